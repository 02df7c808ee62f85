package org.fourleaf.signin;

import java.time.Duration;
import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Quota;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks an agent who is in already for the password once more: a browser left open must not be enough to change how one comes in. */
@Component
class PasswordChecking {

    private static final int TRIES_AT_ONCE = 8;
    private static final int TRIES_PER_MINUTE = 2;

    private final PasswordChanging changing;
    private final Passwords passwords;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    PasswordChecking(PasswordChanging changing, Passwords passwords) {
        this.changing = changing;
        this.passwords = passwords;
    }

    /** An agent without a password has none to give. @throws Refusal invalid, pointing to the field, or too many */
    void mustBe(Actor by, @Nullable String password, String pointer) {
        Optional<String> hash = changing.current(by);
        if (hash.isPresent()) {
            mustMatch(by, password == null ? "" : password, hash, pointer);
        } else {
            mustNotBeTooMany(by);
        }
    }

    void mustMatch(Actor by, String password, Optional<String> hash, String pointer) {
        mustNotBeTooMany(by);
        if (!passwords.match(password, hash)) {
            throw Refusal.invalid(pointer, "This is not your current password.");
        }
    }

    private void mustNotBeTooMany(Actor by) {
        if (!tries.take(by.agentId())) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many tries. Wait a minute.");
        }
    }
}
