package org.fourleaf.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counting all figures anew. While it lasts, figures tell of less than there is. */
record FigureRebuild(
        State state, @Nullable Instant askedAt, @Nullable Instant endedAt) {

    /** How far it is. Codes are stored. */
    enum State {
        /** What was counted is being forgotten. */
        CLEARING(1),
        COUNTING(2),
        /** Nothing is being counted anew. */
        DONE(3);

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

    static final FigureRebuild NEVER = new FigureRebuild(State.DONE, null, null);
}
