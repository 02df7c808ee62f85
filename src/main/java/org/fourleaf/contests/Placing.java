package org.fourleaf.contests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.boards.Standing;
import org.fourleaf.game.Direction;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;

/**
 * Who comes before whom in a contest. Pure.
 *
 * @param rank none of who was passed over
 * @param gate the figure of the gate, if there is one
 * @param passedOver why, if so
 */
record Placing(
        Standing standing,
        @Nullable Integer rank,
        @Nullable Double gate,
        @Nullable String passedOver) {

    static final String NOT_ABOVE_ZERO = "not_above_zero";
    static final String SAMPLE_TOO_SMALL = "sample_too_small";
    static final String GATE_FAILED = "gate_failed";

    /**
     * The best first, behind them who was passed over. Equals share a rank, and the next one is left out; where the earliest wins, nobody
     * shares: the last counting activity decides, then the lowest id.
     *
     * @param gates by participant; who has no figure passes
     */
    static List<Placing> of(Contest contest, boolean sampled, Collection<Standing> standings, Map<UUID, Double> gates) {
        List<Placing> ranked = new ArrayList<>();
        List<Placing> passed = new ArrayList<>();
        for (Standing standing : standings) {
            Double gate = gates.get(standing.who());
            String why = why(contest, sampled, standing, gate);
            (why == null ? ranked : passed).add(new Placing(standing, null, gate, why));
        }
        ranked.sort(order(contest.direction()));
        passed.sort(order(contest.direction()));
        List<Placing> placed = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Placing one = ranked.get(i);
            boolean equal = i > 0
                    && Double.compare(
                                    one.standing.value(),
                                    ranked.get(i - 1).standing.value())
                            == 0;
            if (!equal || contest.tieRule() == TieRule.EARLIEST) {
                rank = i + 1;
            }
            placed.add(new Placing(one.standing, rank, one.gate, null));
        }
        placed.addAll(passed);
        return placed;
    }

    private static @Nullable String why(Contest contest, boolean sampled, Standing standing, @Nullable Double gate) {
        if (contest.direction() == Direction.MOST && standing.value() <= 0) {
            return NOT_ABOVE_ZERO;
        }
        if (sampled && standing.sample() < contest.minimumSample()) {
            return SAMPLE_TOO_SMALL;
        }
        return contest.gate() == null || contest.gate().passes(gate) ? null : GATE_FAILED;
    }

    /** Ids by their text: Java's own order of UUIDs knows signs. */
    private static Comparator<Placing> order(Direction direction) {
        Comparator<Placing> byValue = Comparator.comparingDouble(one -> one.standing.value());
        return (direction == Direction.MOST ? byValue.reversed() : byValue)
                .thenComparing(one -> one.standing.last())
                .thenComparing(one -> one.standing.who().toString());
    }
}
