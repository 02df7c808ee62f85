package org.fourleaf.reports;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * When a report goes out by mail, and to whom: each gets what they may see themselves.
 *
 * @param hour of the day in the workspace's zone
 * @param weekday of a weekly one, 1 Monday to 7
 * @param day of a monthly one, 1 to 28
 * @param agents ids
 */
record ReportSchedule(
        Every every,
        int hour,
        @Nullable Integer weekday,
        @Nullable Integer day,
        Format format,
        List<UUID> agents) {

    static final int AGENTS_MAX = 50;

    /** How often. */
    enum Every {
        DAY,
        WEEK,
        MONTH;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Every of(String name) {
            for (Every every : values()) {
                if (every.json().equals(name)) {
                    return every;
                }
            }
            throw Refusal.malformed("/schedule/every", "One of day, week, month.");
        }
    }

    /** What is attached. */
    enum Format {
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Format of(String name) {
            for (Format format : values()) {
                if (format.json().equals(name)) {
                    return format;
                }
            }
            throw Refusal.malformed("/schedule/format", "One of csv, xlsx.");
        }
    }

    ReportSchedule {
        agents = List.copyOf(agents);
    }

    /** The first time after a moment. */
    Instant next(Instant after, ZoneId zone) {
        LocalDate day0 = after.atZone(zone).toLocalDate();
        for (LocalDate on = first(day0); ; on = following(on)) {
            Instant due = on.atTime(hour, 0).atZone(zone).toInstant();
            if (due.isAfter(after)) {
                return due;
            }
        }
    }

    private LocalDate first(LocalDate on) {
        return switch (every) {
            case DAY -> on;
            case WEEK -> on.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(Objects.requireNonNullElse(weekday, 1))));
            case MONTH -> on.withDayOfMonth(Objects.requireNonNullElse(day, 1));
        };
    }

    private LocalDate following(LocalDate on) {
        return switch (every) {
            case DAY -> on.plusDays(1);
            case WEEK -> on.plusWeeks(1);
            case MONTH -> on.plusMonths(1);
        };
    }
}
