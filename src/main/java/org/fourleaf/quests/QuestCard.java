package org.fourleaf.quests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.boards.BoardSpan;
import org.fourleaf.game.QualityGate;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A quest as it is shown to, or about, one agent.
 *
 * @param name in the reader's language, like {@code text}
 * @param open whether the agent can work on it now
 * @param completedAt when they completed it in this period
 * @param times how often they did in all
 * @param texts the workspace's own words, by language
 */
record QuestCard(
        String id,
        String name,
        String text,
        String picture,
        List<Step> steps,
        QuestRhythm repeats,
        int points,
        int coins,
        boolean active,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<UUID> departments,
        @Nullable Integer newcomerDays,
        boolean shipped,
        boolean open,
        @Nullable Instant completedAt,
        int times,
        Map<String, Quest.Words> texts,
        Abilities abilities,
        long version) {

    /** A step, and how often the agent did it in this period, up to {@code count}; of a figure once, when it is met. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String id,
            @Nullable String activity,
            int count,
            int done,
            @Nullable About department,
            @Nullable Channel channel,
            @Nullable About tag,
            @Nullable String rating,
            @Nullable Boolean mention,
            @Nullable Measure measure) {}

    /**
     * A figure a step asks for.
     *
     * @param unit of its values
     * @param now what the agent came to; none where there is nothing yet
     * @param sample how many activities that is made of; 0 where it is made of none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Measure(
            String metric,
            QualityGate.Op op,
            double value,
            BoardSpan window,
            int minimumSample,
            boolean sampled,
            String unit,
            @Nullable Double now,
            long sample) {}

    /** A department or tag a step is choosy about. */
    record About(UUID id, String name) {}

    /** What the reader may do with it. */
    record Abilities(boolean edit) {}
}
