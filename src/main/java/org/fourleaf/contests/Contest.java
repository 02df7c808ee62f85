package org.fourleaf.contests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;

/**
 * A contest: who is compared by what, from when to when, and what the best win.
 *
 * @param participants agents or departments; none where everybody takes part
 * @param lastDay the last that counts
 * @param gate what else must be good, over the same days; no data passes
 * @param prizes by place, the first first
 * @param bound of the log, up to which must be counted before it is finalised
 */
record Contest(
        UUID id,
        String name,
        String text,
        String metric,
        Direction direction,
        Among among,
        List<UUID> participants,
        LocalDate firstDay,
        LocalDate lastDay,
        TeamValue teamValue,
        TieRule tieRule,
        int minimumSample,
        @Nullable QualityGate gate,
        List<Prize> prizes,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String bound,
        @Nullable Instant finalisedAt,
        @Nullable Instant cancelledAt,
        long version) {

    static final int UNDER_WAY_MAX = 50;
    static final int TEXT_LENGTH_MAX = 2_000;
    static final int AGENTS_MAX = 1_000;
    static final int DEPARTMENTS_MAX = 100;
    static final int PRIZES_MAX = 20;
    static final int PRIZE_MAX = 100_000;
    static final int SAMPLE_MAX = 1_000_000;
    static final int DAYS_MAX = 366;
    static final int DAYS_AHEAD_MAX = 731;

    Contest {
        participants = List.copyOf(participants);
        prizes = List.copyOf(prizes);
    }

    ContestState state() {
        if (cancelledAt != null) {
            return ContestState.CANCELLED;
        }
        if (finalisedAt != null) {
            return ContestState.FINALISED;
        }
        return closedAt != null ? ContestState.CLOSED : openedAt != null ? ContestState.OPEN : ContestState.PLANNED;
    }

    boolean isAmongTeams() {
        return among == Among.DEPARTMENTS;
    }

    /** The day after its last. */
    LocalDate end() {
        return lastDay.plusDays(1);
    }

    /** What a rank wins; nothing behind the last prize. */
    @Nullable
    Prize prize(@Nullable Integer rank) {
        return rank == null || rank > prizes.size() ? null : prizes.get(rank - 1);
    }

    /** With other words, all else as it is. */
    Contest called(String otherName, String otherText) {
        return new Contest(
                id,
                otherName,
                otherText,
                metric,
                direction,
                among,
                participants,
                firstDay,
                lastDay,
                teamValue,
                tieRule,
                minimumSample,
                gate,
                prizes,
                createdAt,
                openedAt,
                closedAt,
                bound,
                finalisedAt,
                cancelledAt,
                version);
    }
}
