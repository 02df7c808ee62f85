package org.fourleaf.contests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;

/**
 * A contest as it is shown.
 *
 * @param unit of its values
 * @param firstDay in the workspace's zone; {@code lastDay} is the last that counts
 * @param participantCount how many were chosen; 0 where everybody takes part
 * @param participants who they are; not in lists
 * @param takingPart whether the reader does, alone or with a team
 * @param winners of a finalised one, as far as there were prizes
 */
record ContestCard(
        UUID id,
        String name,
        String text,
        String metric,
        String unit,
        Direction direction,
        Among among,
        int participantCount,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Participant> participants,

        LocalDate firstDay,
        LocalDate lastDay,
        TeamValue teamValue,
        TieRule tieRule,
        int minimumSample,
        @Nullable QualityGate qualityGate,
        List<Prize> prizes,
        ContestState state,
        boolean takingPart,
        List<Winner> winners,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant finalisedAt,
        @Nullable Instant cancelledAt,
        Abilities abilities,
        long version) {

    /** What the reader may do with it. @param edit all of it @param editWords its name and text */
    record Abilities(boolean edit, boolean editWords, boolean cancel, boolean delete) {}

    /** An agent or a department. @param email of an agent */
    record Participant(
            UUID id,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String email) {}

    /** @param participant none for who left public boards */
    record Winner(int rank, @Nullable Participant participant, double value, Prize prize) {}

    /**
     * Where somebody stands.
     *
     * @param rank none of who was passed over
     * @param participant none for who has no name to the reader
     * @param gate the figure of the quality gate, where there is one
     * @param passedOver not_above_zero, sample_too_small or gate_failed
     * @param you the reader, or a team of theirs
     */
    record Row(
            @Nullable Integer rank,
            @Nullable Participant participant,
            double value,
            long sample,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double gate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String passedOver,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Prize prize,

            boolean you) {}

    /** @param frozen whether it is the result @param of how many have a rank */
    record Table(UUID contest, String unit, ContestState state, boolean frozen, int of, List<Row> rows) {}
}
