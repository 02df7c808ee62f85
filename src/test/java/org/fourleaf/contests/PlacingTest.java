package org.fourleaf.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.boards.Standing;
import org.fourleaf.game.Direction;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private static final UUID ANNA = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID BRAM = UUID.fromString("00000000-0000-0000-0000-00000000000b");
    private static final UUID CLEO = UUID.fromString("f0000000-0000-0000-0000-00000000000c");

    @Test
    void equals_share_a_rank_and_the_next_is_left_out() {
        List<Placing> placed = Placing.of(
                contest(Direction.MOST, TieRule.SHARE, 1, null),
                true,
                List.of(standing(CLEO, 2, 9), standing(ANNA, 5, 2), standing(BRAM, 5, 1)),
                Map.of());
        assertThat(placed.stream().map(Placing::rank)).containsExactly(1, 1, 3);
        assertThat(placed.getFirst().standing().who()).isEqualTo(BRAM);
    }

    @Test
    void where_the_earliest_wins_nobody_shares_and_ids_decide_at_the_same_moment() {
        List<Placing> placed = Placing.of(
                contest(Direction.LEAST, TieRule.EARLIEST, 1, null),
                true,
                List.of(standing(CLEO, 5, 1), standing(BRAM, 5, 1), standing(ANNA, 5, 0)),
                Map.of());
        assertThat(placed.stream().map(one -> one.standing().who())).containsExactly(ANNA, BRAM, CLEO);
        assertThat(placed.stream().map(Placing::rank)).containsExactly(1, 2, 3);
    }

    @Test
    void nothing_wins_nothing_and_who_is_passed_over_learns_why() {
        Contest contest =
                contest(Direction.MOST, TieRule.EARLIEST, 3, new QualityGate("csat_mean", QualityGate.Op.AT_LEAST, 4));
        List<Placing> placed = Placing.of(
                contest,
                true,
                List.of(
                        new Standing(ANNA, 0, 9, 9, Instant.EPOCH),
                        new Standing(BRAM, 5, 2, 2, Instant.EPOCH),
                        new Standing(CLEO, 9, 9, 9, Instant.EPOCH)),
                Map.of(CLEO, 3.9));
        assertThat(placed.stream().map(Placing::rank)).containsOnlyNulls();
        assertThat(placed.stream().map(Placing::passedOver))
                .containsExactly(Placing.GATE_FAILED, Placing.SAMPLE_TOO_SMALL, Placing.NOT_ABOVE_ZERO);
        assertThat(contest.prize(3)).isNull();
    }

    private static Standing standing(UUID who, double value, int second) {
        return new Standing(who, value, 3, 3, Instant.ofEpochSecond(second));
    }

    private static Contest contest(Direction direction, TieRule tie, int sample, @Nullable QualityGate gate) {
        LocalDate day = LocalDate.of(2026, 3, 9);
        return new Contest(
                UUID.randomUUID(),
                "Spring",
                "",
                "answers",
                direction,
                Among.ALL_AGENTS,
                List.of(),
                day,
                day,
                TeamValue.SUM,
                tie,
                sample,
                gate,
                List.of(new Prize(10, 1, "")),
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                1);
    }
}
