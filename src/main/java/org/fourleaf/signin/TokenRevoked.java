package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A token was revoked. */
@Records(ActivityKind.TOKEN_REVOKED)
public record TokenRevoked(UUID agent, UUID token) implements Fact {}
