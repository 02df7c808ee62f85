package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent was added. */
@Records(ActivityKind.AGENT_ADDED)
public record AgentAdded(UUID agent, UUID role) implements Fact {}
