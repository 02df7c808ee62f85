package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A passkey was revoked. */
@Records(ActivityKind.PASSKEY_REMOVED)
record PasskeyRemoved(UUID agent, UUID passkey) implements Fact {}
