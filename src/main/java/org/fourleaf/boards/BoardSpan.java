package org.fourleaf.boards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.fourleaf.game.Days;
import org.fourleaf.platform.Refusal;

/** Which days of a board count. Today is among them. */
public enum BoardSpan {
    TODAY,
    YESTERDAY,
    WEEK,
    DAYS_7,
    DAYS_30,
    /** This month. */
    SEASON,
    LAST_SEASON,
    ALL_TIME;

    /** @throws Refusal malformed */
    public static BoardSpan named(String name) {
        for (BoardSpan span : values()) {
            if (span.json().equals(name)) {
                return span;
            }
        }
        throw Refusal.malformed(
                "period", "One of today, yesterday, week, 7_days, 30_days, season, last_season, all_time.");
    }

    @JsonValue
    String json() {
        return switch (this) {
            case DAYS_7 -> "7_days";
            case DAYS_30 -> "30_days";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    public Days days(LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case TODAY -> new Days(today, tomorrow);
            case YESTERDAY -> new Days(today.minusDays(1), today);
            case WEEK -> new Days(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), tomorrow);
            case DAYS_7 -> new Days(today.minusDays(6), tomorrow);
            case DAYS_30 -> new Days(today.minusDays(29), tomorrow);
            case SEASON -> new Days(month, tomorrow);
            case LAST_SEASON -> new Days(month.minusMonths(1), month);
            case ALL_TIME -> new Days(Days.BEGINNING, tomorrow);
        };
    }
}
