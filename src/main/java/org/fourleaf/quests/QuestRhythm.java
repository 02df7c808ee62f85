package org.fourleaf.quests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often a quest can be completed. Codes are stored. */
enum QuestRhythm {
    ONCE(1),
    DAILY(2),
    WEEKLY(3),
    MONTHLY(4);

    private final int code;

    QuestRhythm(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static QuestRhythm ofCode(int code) {
        return values()[code - 1];
    }

    /** The number of the period a day lies in: of its first day, 0 for ever. */
    int period(LocalDate day) {
        return switch (this) {
            case ONCE -> 0;
            case DAILY -> number(day);
            case WEEKLY -> number(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTHLY -> number(day.withDayOfMonth(1));
        };
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
