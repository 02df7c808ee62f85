package org.fourleaf.points;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;

/**
 * Which facts award points and coins. A fact of one of these kinds may carry {@code points} and {@code coins} for its {@code agent};
 * absent is none, below zero takes back. Points are credited by {@link PointKeeping}, coins by the module that keeps them.
 */
public final class Rewards {

    private static final Map<ActivityKind, String> RULES = new EnumMap<>(Map.of(
            ActivityKind.BADGE_AWARDED, "badge",
            ActivityKind.CONTEST_WON, "contest",
            ActivityKind.QUEST_COMPLETED, "quest",
            ActivityKind.QUEST_UNDONE, "quest",
            ActivityKind.KUDOS_GIVEN, "kudos",
            ActivityKind.KUDOS_WITHDRAWN, "kudos",
            ActivityKind.AWARD_GIVEN, "award"));

    /** @param rule what both ledgers call it, such as {@code badge} */
    public record Reward(UUID agent, String rule, int points, int coins) {}

    private Rewards() {}

    public static Set<ActivityKind> kinds() {
        return RULES.keySet();
    }

    /** None where a line awards nothing: of another kind, without an amount, or imported. */
    public static Optional<Reward> of(Recorded line) {
        String rule = RULES.get(line.kind());
        if (rule == null || line.agent() == null || line.imported()) {
            return Optional.empty();
        }
        Reward reward = new Reward(
                line.agent(),
                rule,
                line.facts().path("points").asInt(0),
                line.facts().path("coins").asInt(0));
        return reward.points() == 0 && reward.coins() == 0 ? Optional.empty() : Optional.of(reward);
    }
}
