package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** How one agent gets work was changed. */
@Records(ActivityKind.AGENT_ROUTING_CHANGED)
public record AgentRoutingChanged(UUID agent, boolean onlyToSolve) implements Fact {}
