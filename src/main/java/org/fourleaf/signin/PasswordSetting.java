package org.fourleaf.signin;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for other ways to a password than knowing the old one. Hash it first: no transaction is open meanwhile. */
@Component
public class PasswordSetting {

    private final PasswordStore stored;
    private final Passwords passwords;
    private final SessionStore sessions;
    private final StepStore steps;
    private final Log log;

    PasswordSetting(PasswordStore stored, Passwords passwords, SessionStore sessions, StepStore steps, Log log) {
        this.stored = stored;
        this.passwords = passwords;
        this.sessions = sessions;
        this.steps = steps;
        this.log = log;
    }

    /** Whether the agent has one. */
    @Transactional(readOnly = true)
    public boolean isSet(UUID workspace, UUID agent) {
        return stored.hash(workspace, agent).isPresent();
    }

    /** @throws org.fourleaf.platform.Refusal malformed, pointing to the field, when it is too short or too long */
    public String hash(String password, String pointer) {
        return passwords.hash(password, pointer);
    }

    /** The acting agent's from now on; whoever was signed in as them, or about to, is out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(Actor by, String hash) {
        stored.put(by.workspace(), by.agentId(), hash);
        sessions.deleteAll(by.workspace(), by.agentId(), null);
        steps.deleteAllOf(by.workspace(), by.agentId());
        log.write(by, new PasswordChanged(by.agentId()));
    }

    /** A secret too long to guess. */
    public static String newSecret() {
        return Secret.ofSession();
    }

    /** By which alone such a secret is kept. */
    public static byte[] hashOfSecret(String secret) {
        return Secret.hash(secret);
    }
}
