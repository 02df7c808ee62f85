package org.fourleaf.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call, on its way or after.
 *
 * @param status what the other side answered last, none when it did not
 * @param answer the beginning of its words, or why it could not be called
 */
record WebhookDelivery(
        UUID id,
        String type,
        State state,
        int attempts,
        Instant queuedAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String answer,
        String body) {

    /** Codes are stored. */
    enum State {
        WAITING(1),
        DELIVERED(2),
        GIVEN_UP(3);

        private final int code;

        State(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static State ofCode(int code) {
            return values()[code - 1];
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
