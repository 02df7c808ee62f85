package org.fourleaf.metrics;

import java.time.Instant;

/** How many ratings somebody got that nobody took back, and when the last of them came. */
public record StandingRatings(long n, Instant last) {

    StandingRatings plus(StandingRatings other) {
        return new StandingRatings(n + other.n, other.last.isAfter(last) ? other.last : last);
    }
}
