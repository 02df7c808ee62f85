package org.fourleaf.ratings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a survey for one ticket.
 *
 * @param reason why it was not sent, or not yet: {@code off}, {@code reopened}, {@code condition}, {@code lately}, {@code refused},
 *     {@code never_wrote}, {@code machine}, {@code undelivered}, {@code no_address}, {@code no_origin}, {@code under_way}, {@code erased},
 *     {@code demo}; else the server's words
 * @param at when it was sent, or is tried next, or was passed over
 * @param ticket none where the reader may not look
 */
record SurveySendingCard(
        UUID id,
        State state,
        @Nullable String reason,
        Instant at,
        RatingCard.@Nullable OfTicket ticket,
        RatingCard.@Nullable Named customer,
        @Nullable Integer score) {

    /** Codes are stored. */
    enum State {
        WAITING(1),
        SENT(2),
        NOT_SENT(3);

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
