package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent was deactivated: signed out everywhere, tokens dead, history kept. */
@Records(ActivityKind.AGENT_DEACTIVATED)
public record AgentDeactivated(UUID agent) implements Fact {}
