package org.fourleaf.tickets;

import java.time.Duration;
import java.time.Instant;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * When an answer goes out.
 *
 * @param sendAt a time in the future; none for now
 * @param undoSeconds how long it waits so that it can be taken back; nothing of it happens before
 */
public record Timing(@Nullable Instant sendAt, int undoSeconds) {

    /** At once. */
    public static final Timing NOW = new Timing(null, 0);

    static final int UNDO_SECONDS_MAX = 60;
    static final Duration AHEAD_MAX = Duration.ofDays(366);

    /** When it is due; none for at once. @throws Refusal invalid for the past and for the far future */
    @Nullable
    Instant due(Instant now) {
        if (undoSeconds < 0 || undoSeconds > UNDO_SECONDS_MAX) {
            throw Refusal.invalid("/undo_seconds", "0 to " + UNDO_SECONDS_MAX + " seconds.");
        }
        if (sendAt != null) {
            check(sendAt, now);
            return sendAt;
        }
        return undoSeconds == 0 ? null : now.plusSeconds(undoSeconds);
    }

    static void check(Instant sendAt, Instant now) {
        if (!sendAt.isAfter(now)) {
            throw Refusal.invalid("/send_at", "Give a time in the future, or none to send at once.");
        }
        if (sendAt.isAfter(now.plus(AHEAD_MAX))) {
            throw Refusal.invalid("/send_at", "At most " + AHEAD_MAX.toDays() + " days ahead.");
        }
    }

    boolean isScheduled() {
        return sendAt != null;
    }
}
