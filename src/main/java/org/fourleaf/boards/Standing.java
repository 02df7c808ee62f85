package org.fourleaf.boards;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * What somebody came to in a period.
 *
 * @param who an agent, or a department whose agents came to it together
 * @param sample how many activities were averaged or counted; 0 of durations and points
 * @param weight what it counts in a mean of several: what its sum was divided by
 * @param last when the last that counts happened; of a maximum, when it was reached
 */
public record Standing(UUID who, double value, long sample, double weight, Instant last) {

    /** How several make one. */
    public enum Together {
        SUM,
        /** By weight: as if all of it had been one agent's. */
        MEAN,
        MOST
    }

    /** @param several at least one @param perHead a sum is divided by how many they are */
    static Standing together(UUID team, Collection<Standing> several, Together how, boolean perHead) {
        double value = 0;
        double weight = 0;
        long sample = 0;
        Instant last = Instant.EPOCH;
        boolean first = true;
        for (Standing one : several) {
            if (how == Together.MOST) {
                boolean more = first || one.value > value;
                last = more ? one.last : last;
                value = more ? one.value : value;
            } else {
                value += how == Together.MEAN ? one.value * one.weight : one.value;
                last = one.last.isAfter(last) ? one.last : last;
            }
            weight += one.weight;
            sample += one.sample;
            first = false;
        }
        if (how == Together.MEAN) {
            value = weight == 0 ? 0 : value / weight;
        } else if (how == Together.SUM && perHead) {
            value /= several.size();
        }
        return new Standing(team, value, sample, weight, last);
    }
}
