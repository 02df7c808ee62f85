package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A token was made, to act as the agent. */
@Records(ActivityKind.TOKEN_MADE)
public record TokenMade(UUID agent, UUID token) implements Fact {}
