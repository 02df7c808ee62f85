package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.people.AgentAccess;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Lets a new agent in by password, and a deactivated one out everywhere. */
@Component
class AgentAdmission implements AgentAccess {

    private final PasswordStore stored;
    private final Passwords passwords;
    private final SessionStore sessions;

    AgentAdmission(PasswordStore stored, Passwords passwords, SessionStore sessions) {
        this.stored = stored;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public void givePassword(Actor by, UUID agent, String password, String pointer) {
        stored.put(by.workspace(), agent, passwords.hash(password, pointer));
    }

    @Override
    public void end(Actor by, UUID agent) {
        sessions.deleteAll(by.workspace(), agent, null);
    }
}
