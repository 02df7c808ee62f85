package org.fourleaf.badges;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.Score;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;

/**
 * Who comes before whom for a badge, and who holds it. Pure.
 *
 * @param ranked those who may hold it, the best first
 * @param holders of them, in their order
 * @param passed those who may not, and why
 */
record Ranking(List<Score> ranked, List<Score> holders, List<Passed> passed) {

    static final String NOT_ABOVE_ZERO = "not_above_zero";
    static final String SAMPLE_TOO_SMALL = "sample_too_small";
    static final String VALUE_TOO_SMALL = "value_too_small";
    static final String GATE_FAILED = "gate_failed";

    /** Somebody passed over. */
    record Passed(Score score, String reason) {}

    Ranking {
        ranked = List.copyOf(ranked);
        holders = List.copyOf(holders);
        passed = List.copyOf(passed);
    }

    /** @param gate the figure of the badge's gate by agent; who has none passes */
    static Ranking of(Badge badge, GameMetric metric, Collection<Score> scores, Map<UUID, Double> gate) {
        List<Score> ranked = new ArrayList<>();
        List<Passed> passed = new ArrayList<>();
        for (Score score : scores) {
            String reason = reason(badge, metric, score, gate.get(score.agent()));
            if (reason == null) {
                ranked.add(score);
            } else {
                passed.add(new Passed(score, reason));
            }
        }
        ranked.sort(order(badge.direction()));
        passed.sort(Comparator.comparing(Passed::score, order(badge.direction())));
        return new Ranking(ranked, holders(badge, ranked), passed);
    }

    private static @Nullable String reason(Badge badge, GameMetric metric, Score score, @Nullable Double gate) {
        if (badge.direction() == Direction.MOST && score.value() <= 0) {
            return NOT_ABOVE_ZERO;
        }
        if (metric.shape().hasSample() && score.sample() < badge.minimumSample()) {
            return SAMPLE_TOO_SMALL;
        }
        if (score.value() < badge.minimumValue()) {
            return VALUE_TOO_SMALL;
        }
        return badge.gate() == null || badge.gate().passes(gate) ? null : GATE_FAILED;
    }

    /** Ids by their text: Java's own order of UUIDs knows signs. */
    private static Comparator<Score> order(Direction direction) {
        Comparator<Score> byValue = Comparator.comparingDouble(Score::value);
        return (direction == Direction.MOST ? byValue.reversed() : byValue)
                .thenComparing(Score::last)
                .thenComparing(score -> score.agent().toString());
    }

    /** Equals who share are together within the places that are left, or none of them and nobody after them. */
    private static List<Score> holders(Badge badge, List<Score> ranked) {
        if (badge.tieRule() == TieRule.EARLIEST) {
            return ranked.subList(0, Math.min(badge.holdersMax(), ranked.size()));
        }
        int place = 0;
        while (place < ranked.size()) {
            int end = place + 1;
            while (end < ranked.size()
                    && Double.compare(ranked.get(end).value(), ranked.get(place).value()) == 0) {
                end++;
            }
            if (end > badge.holdersMax()) {
                break;
            }
            place = end;
        }
        return ranked.subList(0, place);
    }
}
