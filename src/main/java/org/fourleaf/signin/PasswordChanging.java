package org.fourleaf.signin;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent changes their own password; whoever else was signed in with the old one is out. */
@Component
@Transactional
class PasswordChanging {

    private final PasswordStore passwords;
    private final SessionStore sessions;
    private final Log log;

    PasswordChanging(PasswordStore passwords, SessionStore sessions, Log log) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.log = log;
    }

    Optional<String> current(Actor by) {
        return passwords.hash(by.workspace(), by.agentId());
    }

    /** @param stays the session that goes on, none when a token asks */
    void change(Actor by, String newHash, @Nullable UUID stays) {
        passwords.put(by.workspace(), by.agentId(), newHash);
        sessions.deleteAll(by.workspace(), by.agentId(), stays);
        log.write(by, new PasswordChanged(by.agentId()));
    }
}
