package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent registered a passkey. */
@Records(ActivityKind.PASSKEY_ADDED)
record PasskeyAdded(UUID agent, UUID passkey) implements Fact {}
