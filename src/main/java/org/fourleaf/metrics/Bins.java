package org.fourleaf.metrics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often which duration occurred: each second up to {@value #EXACT_UP_TO} has a bin of its own, beyond that a bin is 2 % wide, so a
 * percentile is off by at most 1 %. Bins of any two spans add up to those of both, whatever the order: a rebuild is identical.
 */
final class Bins {

    static final int EXACT_UP_TO = 600;
    private static final double BASE = 1.02;
    private static final double LOG_BASE = StrictMath.log(BASE);

    private final NavigableMap<Integer, Long> counts = new TreeMap<>();
    private long total;

    static int bin(long seconds) {
        if (seconds <= EXACT_UP_TO) {
            return (int) Math.max(0, seconds);
        }
        return EXACT_UP_TO + 1 + (int) StrictMath.floor(StrictMath.log(seconds / (double) EXACT_UP_TO) / LOG_BASE);
    }

    /** The middle of a bin, in seconds. */
    static double middle(int bin) {
        return bin <= EXACT_UP_TO ? bin : EXACT_UP_TO * StrictMath.pow(BASE, bin - EXACT_UP_TO - 0.5);
    }

    void add(int bin, long n) {
        counts.merge(bin, n, Long::sum);
        total += n;
    }

    void add(Bins others) {
        others.counts.forEach(this::add);
    }

    long upTo(int bin) {
        return counts.headMap(bin, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Between the two nearest ranks, as spreadsheets and SQL's percentile_cont reckon it. None of nothing. */
    @Nullable
    Double percentile(double share) {
        if (total <= 0) {
            return null;
        }
        double rank = share * (total - 1);
        long below = (long) Math.floor(rank);
        double low = at(below);
        double high = below + 1 < total ? at(below + 1) : low;
        return low + (rank - below) * (high - low);
    }

    private double at(long rank) {
        long seen = 0;
        for (Map.Entry<Integer, Long> bin : counts.entrySet()) {
            seen += bin.getValue();
            if (seen > rank) {
                return middle(bin.getKey());
            }
        }
        return middle(counts.lastKey());
    }
}
