package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;

/** What else ends when an agent is deactivated; implemented by the modules that give agents work, called in their order. */
public interface AgentLeaving {

    /** @param handover who gets the agent's open tickets; none when they stay as they are */
    void leave(Actor by, UUID agent, @Nullable Handover handover);
}
