package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent came in by a recovery code. @param left how many remain */
@Records(ActivityKind.RECOVERY_CODE_USED)
record RecoveryCodeUsed(UUID agent, int left) implements Fact {}
