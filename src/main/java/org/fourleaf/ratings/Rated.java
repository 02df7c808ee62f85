package org.fourleaf.ratings;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is rated, as it was then: an answer, or a conversation such as a chat or a call.
 *
 * @param department it happened in
 * @param channel its code
 * @param message the answer; none for a conversation
 * @param at when it ended: it can be rated for {@value #OPEN_DAYS} days after
 */
public record Rated(
        UUID ticket,
        @Nullable UUID agent,
        UUID customer,
        @Nullable UUID company,
        UUID department,
        int channel,
        @Nullable UUID message,
        @Nullable UUID conversation,
        Instant at) {

    static final int OPEN_DAYS = 30;

    public Rated {
        if ((message == null) == (conversation == null)) {
            throw new IllegalArgumentException("an answer or a conversation is rated");
        }
    }

    UUID subject() {
        return message == null ? Objects.requireNonNull(conversation) : message;
    }
}
