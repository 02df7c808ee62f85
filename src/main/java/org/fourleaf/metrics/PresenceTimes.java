package org.fourleaf.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an agent was online and paused in a window, and when that last ended there.
 *
 * @param lastOnline none when they never were, like {@code lastPaused}
 */
public record PresenceTimes(
        long onlineMicros,
        long pausedMicros,
        @Nullable Instant lastOnline,
        @Nullable Instant lastPaused) {

    private static final long MICROS = 1_000_000;

    static final PresenceTimes NONE = new PresenceTimes(0, 0, null, null);

    public long onlineSeconds() {
        return onlineMicros / MICROS;
    }

    public long pausedSeconds() {
        return pausedMicros / MICROS;
    }

    PresenceTimes with(boolean online, long micros, Instant end) {
        return online
                ? new PresenceTimes(onlineMicros + micros, pausedMicros, later(lastOnline, end), lastPaused)
                : new PresenceTimes(onlineMicros, pausedMicros + micros, lastOnline, later(lastPaused, end));
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
