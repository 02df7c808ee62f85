package org.fourleaf.invitations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A way in for one agent, once.
 *
 * @param failure why its mail is not on its way, in the server's words or one of ours; none when it is
 * @param link the way itself, shown once to the admin who asked for it in place of a mail
 */
record AccessLink(
        PersonName agent,
        Kind kind,
        State state,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable String failure,
        @Nullable String link) {

    /** What it is for. Codes are stored. */
    enum Kind {
        /** The first password. */
        INVITATION(1, Duration.ofDays(7)),
        /** A new password. */
        RESET(2, Duration.ofHours(2));

        private final int code;
        private final Duration livesFor;

        Kind(int code, Duration livesFor) {
            this.code = code;
            this.livesFor = livesFor;
        }

        int code() {
            return code;
        }

        Duration livesFor() {
            return livesFor;
        }

        static Kind ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it is. */
    enum State {
        /** Its mail waits to be sent. */
        WAITING,
        SENT,
        /** Its mail could not be sent; the failure says why. */
        NOT_SENT,
        /** An admin took the link to hand it over. */
        HANDED_OVER,
        EXPIRED;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    AccessLink with(String shown) {
        return new AccessLink(agent, kind, state, madeAt, expiresAt, sentAt, failure, shown);
    }

    /** Whom a secret lets in. */
    record Opened(UUID agent, Kind kind) {}
}
