package org.fourleaf.signin;

import java.time.Clock;
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
    private final StepStore steps;
    private final TokenStore tokens;
    private final Clock clock;

    AgentAdmission(
            PasswordStore stored,
            Passwords passwords,
            SessionStore sessions,
            StepStore steps,
            TokenStore tokens,
            Clock clock) {
        this.stored = stored;
        this.passwords = passwords;
        this.sessions = sessions;
        this.steps = steps;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void givePassword(Actor by, UUID agent, String password, String pointer) {
        stored.put(by.workspace(), agent, passwords.hash(password, pointer));
    }

    @Override
    public void end(Actor by, UUID agent) {
        sessions.deleteAll(by.workspace(), agent, null);
        steps.deleteAllOf(by.workspace(), agent);
        tokens.revokeAll(by.workspace(), agent, clock.instant());
    }
}
