package org.fourleaf.signin;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords by Argon2id with OWASP's parameters (19 MiB, two passes). Each takes memory and a core for some 50 ms, so only a few are
 * worked on at a time; the rest wait, then are asked to come again.
 */
@Component
class Passwords {

    static final int LENGTH_MIN = 8;
    static final int LENGTH_MAX = Limits.PASSWORD_LENGTH_MAX;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final int WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Checked where there is no agent, so that an unknown address takes as long as a wrong password. */
    private final String nobodys = argon2.encode(Secret.ofSession());

    /** @throws Refusal malformed when it is too short or too long */
    String hash(String password, String pointer) {
        if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
            throw Refusal.malformed(pointer, "A password has %d to %d characters.".formatted(LENGTH_MIN, LENGTH_MAX));
        }
        return inTurn(() -> String.valueOf(argon2.encode(password)));
    }

    /** Takes as long without a hash. */
    boolean match(String password, Optional<String> hash) {
        boolean sane = password.length() <= LENGTH_MAX;
        boolean right = inTurn(() -> argon2.matches(sane ? password : "", hash.orElse(nobodys)));
        return right && sane && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Too many sign in just now. Try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-requests", "Fourleaf is stopping. Try again.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
