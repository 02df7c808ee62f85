package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fourleaf.platform.Refusal;

/** A period that moves on with the days, for reports that are kept: whole days, weeks from Monday, months, quarters and years. */
enum RelativePeriod {
    TODAY,
    YESTERDAY,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    LAST_7_DAYS,
    LAST_30_DAYS,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR;

    /** Days from one to another, that one not in it. */
    record Days(LocalDate from, LocalDate to) {}

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static RelativePeriod of(String name) {
        for (RelativePeriod period : values()) {
            if (period.json().equals(name)) {
                return period;
            }
        }
        throw Refusal.malformed(
                "/period",
                "One of " + Arrays.stream(values()).map(RelativePeriod::json).collect(Collectors.joining(", ")) + ".");
    }

    Days on(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate year = today.withDayOfYear(1);
        return switch (this) {
            case TODAY -> new Days(today, today.plusDays(1));
            case YESTERDAY -> new Days(today.minusDays(1), today);
            case THIS_WEEK -> new Days(monday, monday.plusWeeks(1));
            case LAST_WEEK -> new Days(monday.minusWeeks(1), monday);
            case THIS_MONTH -> new Days(month, month.plusMonths(1));
            case LAST_MONTH -> new Days(month.minusMonths(1), month);
            case LAST_7_DAYS -> new Days(today.minusDays(7), today);
            case LAST_30_DAYS -> new Days(today.minusDays(30), today);
            case THIS_QUARTER -> new Days(quarter, quarter.plusMonths(3));
            case LAST_QUARTER -> new Days(quarter.minusMonths(3), quarter);
            case THIS_YEAR -> new Days(year, year.plusYears(1));
            case LAST_YEAR -> new Days(year.minusYears(1), year);
        };
    }
}
