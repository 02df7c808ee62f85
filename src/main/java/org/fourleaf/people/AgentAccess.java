package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What the module above, sign-in, does when an agent comes or goes; called in the transaction of the change. */
public interface AgentAccess {

    /** @throws org.fourleaf.platform.Refusal malformed, pointing to the field, when the password is too short or too long */
    void givePassword(Actor by, UUID agent, String password, String pointer);

    /** Ends every session and every token of an agent who may no longer come in. */
    void end(Actor by, UUID agent);
}
