package org.fourleaf.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Quota;
import org.springframework.stereotype.Component;

/**
 * An agent signs in with a password. Wrong ones are throttled per address typed and per address they come from, and everything takes
 * the same time and says the same, whether there is such an agent or not. No transaction is open while a password is hashed.
 */
@Component
class SigningIn {

    private static final int FAILURES_MAX = 50;
    /** Fewer from one place, so that a stranger elsewhere can't lock an agent out of their own desk. */
    private static final int FAILURES_FROM_ONE_PLACE_MAX = 8;

    private static final Duration COUNTED_FOR = Duration.ofMinutes(15);
    private static final int TRIES_AT_ONCE = 40;
    private static final int TRIES_PER_MINUTE = 10;

    private final SignInRecords records;
    private final Passwords passwords;
    private final SignInRuling rules;
    private final Clock clock;
    private final Quota tries = new Quota(TRIES_AT_ONCE, TRIES_PER_MINUTE, Duration.ofMinutes(1));

    SigningIn(SignInRecords records, Passwords passwords, SignInRuling rules, Clock clock) {
        this.records = records;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Refusal unauthenticated, or too many */
    SignInRecords.Outcome signIn(UUID workspace, String email, String password, Browser browser) {
        Instant now = clock.instant();
        if (!tries.take(browser.address())) {
            throw tooMany();
        }
        String typed = EmailAddress.ofLenient(email).orElse("");
        SignInRecords.Known known = records.look(workspace, typed, browser.address(), now.minus(COUNTED_FOR));
        if (known.failures().all() >= FAILURES_MAX || known.failures().here() >= FAILURES_FROM_ONE_PLACE_MAX) {
            throw tooMany();
        }
        Optional<Agent> agent = known.agent();
        if (!passwords.match(password, known.passwordHash()) || agent.isEmpty()) {
            records.refused(Actor.system(workspace), typed, agent, browser.address(), now);
            throw Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "wrong-password",
                    "This e-mail address and password do not go together.");
        }
        if (rules.ssoOnly(workspace) && !agent.get().isOwner()) {
            throw Refusal.forbidden("sso-only", "This workspace signs in by its single sign-on provider only.");
        }
        return records.proceed(workspace, agent.get(), browser, now);
    }

    private static Refusal tooMany() {
        return Refusal.of(
                Refusal.Kind.TOO_MANY, "too-many-sign-ins", "Too many wrong tries. Wait a quarter of an hour.");
    }
}
