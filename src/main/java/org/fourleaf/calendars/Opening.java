package org.fourleaf.calendars;

import java.time.Duration;
import java.time.Instant;

/** An unbroken stretch of time on which a desk is open; {@code to} itself is closed. */
public record Opening(Instant from, Instant to) {

    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}
