package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Who an agent was is taken away; what they did stays, as a neutral word's. */
@Records(ActivityKind.AGENT_ERASED)
public record AgentErased(UUID agent) implements Fact {}
