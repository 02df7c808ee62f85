package org.fourleaf.invitations;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent was sent a link to come in. @param byMail false when an admin took the link to hand it over */
@Records(ActivityKind.AGENT_INVITED)
public record AgentInvited(UUID agent, boolean byMail) implements Fact {}
