package org.fourleaf.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of levels mean what they say, and what is wrong in one is pointed at. */
class LevelConditionTest {

    private static final Map<String, Double> FIGURES = Map.of("answers", 500.0, "chats", 0.0, "rewards_p", 80.0);
    private static final Set<String> KNOWN = Set.of("answers", "chats", "rewards_p", "csat");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$answers >= 500 || $chats >= 500; true",
                "$answers > 500; false",
                "$answers + $chats * 2 == 500; true",
                "2 + 3 * 4 == 14; true",
                "(2 + 3) * 4 == 20; true",
                "10 - 4 - 3 == 3; true",
                "!($answers < 500) && $rewards_p >= 80; true",
                "$answers >= 500 || $answers < 1 && $chats > 3; true",
                "-1 < 0; true",
                "$answers != 500; false",
                "$answers / $chats > 0; false",
                "$answers / $chats <= 0; false",
                "$answers / $chats != 0; false",
                "!($answers / $chats > 0); true",
                "$csat >= 0; false",
                "$answers >= 499.5; true"
            })
    void they_hold_or_do_not(String condition, boolean holds) {
        assertThat(LevelCondition.parse(condition, KNOWN).holds(FIGURES))
                .as(condition)
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$answers >= ; 12",
                "$answer >= 5; 1",
                "$answers >= 5 && ; 17",
                "$answers; 1",
                "$answers >= 5 $chats; 15",
                "($answers >= 5; 15",
                "1 + (2 > 1) > 0; 5",
                "$answers >= 1.2.3; 13",
                "$answers >= 5 && 7; 18",
                "$answers => 5; 10",
                "alert(1); 1"
            })
    void a_fault_points_at_its_character(String condition, int position) {
        assertThatThrownBy(() -> LevelCondition.parse(condition, KNOWN))
                .isInstanceOfSatisfying(
                        LevelCondition.Fault.class,
                        fault -> assertThat(fault.position())
                                .as(fault.getMessage())
                                .isEqualTo(position));
    }

    @Test
    void endless_ones_are_refused() {
        assertThatThrownBy(() -> LevelCondition.parse("(".repeat(400) + "1", KNOWN))
                .isInstanceOf(LevelCondition.Fault.class);
        assertThatThrownBy(() -> LevelCondition.parse("!".repeat(400) + "1", KNOWN))
                .isInstanceOf(LevelCondition.Fault.class);
        assertThatThrownBy(() -> LevelCondition.parse("1 > 0" + " ".repeat(2_000), KNOWN))
                .isInstanceOf(LevelCondition.Fault.class);
    }

    @Test
    void progress_is_how_far_the_nearest_way_is() {
        assertThat(LevelCondition.parse("$answers >= 1000 || $chats >= 10", KNOWN)
                        .progress(FIGURES))
                .isEqualTo(0.5);
        assertThat(LevelCondition.parse("$answers >= 1000 && $rewards_p >= 50", KNOWN)
                        .progress(FIGURES))
                .isEqualTo(0.5);
        ShippedLevels.all()
                .forEach(level -> assertThat(level.parsed().progress(Map.of()))
                        .as(level.id())
                        .isBetween(0.0, 1.0));
        assertThat(ShippedLevels.all()).hasSize(12);
    }
}
