package org.fourleaf.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FocusedTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-29T00:59:50Z");

    @Test
    void what_was_claimed_is_believed_up_to_what_went_by() {
        assertThat(counted(15, at(-15), at(-15))).isEqualTo(15);
        assertThat(counted(9, at(-15), at(-15))).isEqualTo(9);
        assertThat(counted(3_600, at(-15), at(-15))).isEqualTo(15);
        assertThat(counted(0, at(-15), at(-15))).isZero();
    }

    @Test
    void a_first_beat_counts_nothing_whatever_it_claims() {
        assertThat(counted(50, null, null)).isZero();
        assertThat(counted(50, null, at(-86_400))).isZero();
    }

    @Test
    void a_second_of_one_agent_is_counted_in_one_tab_only() {
        assertThat(counted(15, at(-15), at(0))).isZero();
        assertThat(counted(15, at(-15), at(-4))).isEqualTo(4);
    }

    @Test
    void a_clock_put_forward_counts_a_minute_at_most() {
        assertThat(counted(3_600, at(-3_600), at(-3_600))).isEqualTo(60);
    }

    @Test
    void a_clock_put_back_counts_nothing_once_and_then_goes_on() {
        FocusedTime time = FocusedTime.of(Duration.ofSeconds(15), at(3_585), at(3_585), NOON);
        assertThat(time.counted()).isZero();
        assertThat(time.countedUntil()).isEqualTo(NOON);
        FocusedTime next = FocusedTime.of(Duration.ofSeconds(15), NOON, time.countedUntil(), NOON.plusSeconds(15));
        assertThat(next.counted()).hasSeconds(15);
    }

    @Test
    void a_neighbours_clock_that_is_a_little_ahead_is_not_counted_twice() {
        FocusedTime time = FocusedTime.of(Duration.ofSeconds(15), at(-15), at(2), NOON);
        assertThat(time.counted()).isZero();
        assertThat(time.countedUntil()).isEqualTo(at(2));
    }

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static long counted(long claimed, @Nullable Instant lastBeat, @Nullable Instant countedUntil) {
        return FocusedTime.of(Duration.ofSeconds(claimed), lastBeat, countedUntil, NOON)
                .counted()
                .toSeconds();
    }
}
