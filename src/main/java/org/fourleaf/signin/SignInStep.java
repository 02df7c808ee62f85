package org.fourleaf.signin;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was begun and waits for its second half.
 *
 * @param agent whose, none while nobody knows who signs in
 * @param challenge what the answer must contain
 * @param facts what else must be known then
 */
public record SignInStep(
        UUID id, Kind kind, @Nullable UUID agent, @Nullable String challenge, Map<String, String> facts) {

    static final Duration LIVES_FOR = Duration.ofMinutes(10);
    /** Wrong codes after which one begins anew, with the password. */
    static final int FAILURES_MAX = 5;

    /** Codes are stored: never change one. */
    public enum Kind {
        /** The password was right, the second factor is missing. */
        SECOND_FACTOR(1),
        /** The password was right, and a second factor must be set up before anything else. */
        ENROLMENT(2),
        PASSKEY_SIGN_IN(3),
        PASSKEY_AS_SECOND(4),
        PASSKEY_REGISTRATION(5),
        SSO(6);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of step " + code);
        }
    }

    public SignInStep {
        facts = Map.copyOf(facts);
    }
}
