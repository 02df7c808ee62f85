package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent got new recovery codes; the old ones are dead. */
@Records(ActivityKind.RECOVERY_CODES_MADE)
record RecoveryCodesMade(UUID agent) implements Fact {}
