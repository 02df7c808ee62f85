package org.fourleaf.attention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of the time a browser claims is believed: what went by on our clock since that tab's last beat, and none that was counted
 * for this agent in another tab or on another device.
 *
 * @param counted what is added
 * @param countedUntil up to when the agent's time is counted now
 */
record FocusedTime(Duration counted, Instant countedUntil) {

    /** Browsers beat every 15 seconds; a longer silence is no attention. */
    static final Duration BEAT_MAX = Duration.ofSeconds(60);

    /**
     * @param lastBeat when this tab was heard last; none when it begins
     * @param countedUntil none when nothing of this agent was ever counted
     */
    static FocusedTime of(Duration claimed, @Nullable Instant lastBeat, @Nullable Instant countedUntil, Instant now) {
        // A clock that was put back leaves a mark in the future; after a minute's worth of it we begin anew.
        boolean wayAhead = countedUntil != null && countedUntil.isAfter(now.plus(BEAT_MAX));
        Instant from = lastBeat == null ? now : lastBeat;
        if (countedUntil != null && !wayAhead && countedUntil.isAfter(from)) {
            from = countedUntil;
        }
        Duration passed = Duration.between(from, now);
        Duration counted = min(min(claimed, passed), BEAT_MAX);
        boolean ahead = countedUntil != null && !wayAhead && countedUntil.isAfter(now);
        return new FocusedTime(
                counted.isNegative() ? Duration.ZERO : counted, ahead && countedUntil != null ? countedUntil : now);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
