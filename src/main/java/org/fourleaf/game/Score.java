package org.fourleaf.game;

import java.time.Instant;
import java.util.UUID;

/**
 * What one agent came to in a window.
 *
 * @param sample how many activities were averaged or counted
 * @param weight what it counts in a mean of several: what its sum was divided by
 * @param last when the last that counts happened; of a maximum, when it was reached
 */
public record Score(UUID agent, double value, long sample, double weight, Instant last) {

    public Score(UUID agent, double value, long sample, Instant last) {
        this(agent, value, sample, (double) sample, last);
    }
}
