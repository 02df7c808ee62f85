package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.fourleaf.game.Days;

/** Over which days, all before the evaluation day, a badge is reckoned. Codes are stored. */
enum BadgeWindow {
    DAY(1, "day"),
    DAYS_7(2, "7_days"),
    DAYS_30(3, "30_days"),
    DAYS_90(4, "90_days"),
    /** From the Monday of the day before. */
    WEEK(5, "week"),
    /** From the first of the month of the day before. */
    MONTH(6, "month"),
    ALL_TIME(7, "all_time");

    private final int code;
    private final String json;

    BadgeWindow(int code, String json) {
        this.code = code;
        this.json = json;
    }

    int code() {
        return code;
    }

    static BadgeWindow ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return json;
    }

    /** One for each evaluation day. */
    List<Days> days(List<LocalDate> evaluations) {
        return evaluations.stream().map(day -> new Days(first(day), day)).toList();
    }

    /** The first of its days; the last is the one before the evaluation day. */
    LocalDate first(LocalDate evaluation) {
        LocalDate before = evaluation.minusDays(1);
        return switch (this) {
            case DAY -> before;
            case DAYS_7 -> evaluation.minusDays(7);
            case DAYS_30 -> evaluation.minusDays(30);
            case DAYS_90 -> evaluation.minusDays(90);
            case WEEK -> before.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> before.withDayOfMonth(1);
            case ALL_TIME -> Days.BEGINNING;
        };
    }
}
