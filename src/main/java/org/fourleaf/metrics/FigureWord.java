package org.fourleaf.metrics;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import tools.jackson.databind.JsonNode;

/**
 * What is counted by a word: a promise by its level and type, a rule that ran, a delivery by the state it came to.
 *
 * @param name the level's or rule's id as text, or the word an import used; the delivery's state
 * @param word the promise's type; empty for others
 */
record FigureWord(ActivityKind kind, String name, String word, Cell cell) {

    static final Set<ActivityKind> PROMISES =
            EnumSet.of(ActivityKind.SLA_MET, ActivityKind.SLA_MISSED, ActivityKind.SLA_NOT_APPLICABLE);

    /** How often, and of those that say how long they took, how many and how long. */
    record Count(int n, int timed, long seconds) {

        Count plus(Count other) {
            return new Count(n + other.n, timed + other.timed, seconds + other.seconds);
        }
    }

    static Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.copyOf(PROMISES);
        kinds.add(ActivityKind.RULE_RAN);
        kinds.add(ActivityKind.DELIVERY_CHANGED);
        return kinds;
    }

    static Map<FigureWord, Count> of(List<Recorded> page) {
        Map<FigureWord, Count> words = new HashMap<>();
        for (Recorded line : page) {
            if (PROMISES.contains(line.kind())) {
                JsonNode seconds = line.facts().get("seconds");
                boolean timed = seconds != null && seconds.isNumber();
                add(words, line, "level", "type", new Count(1, timed ? 1 : 0, timed ? seconds.longValue() : 0));
            } else if (line.kind() == ActivityKind.RULE_RAN) {
                add(words, line, "rule", "", new Count(1, 0, 0));
            } else if (line.kind() == ActivityKind.DELIVERY_CHANGED) {
                add(words, line, "state", "", new Count(1, 0, 0));
            }
        }
        return words;
    }

    private static void add(Map<FigureWord, Count> words, Recorded line, String name, String word, Count count) {
        FigureWord said = new FigureWord(
                line.kind(),
                line.facts().path(name).asString(""),
                word.isEmpty() ? "" : line.facts().path(word).asString(""),
                Cell.of(line));
        words.merge(said, count, Count::plus);
    }
}
