package org.fourleaf.calendars;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A week as it is told to a customer: "Monday–Friday 09:00–17:00, Saturday 10:00–14:00 (Eastern European Time)". */
final class WeekInWords {

    private static final String TO = "–";

    private record Days(DayOfWeek from, DayOfWeek to, List<OpenInterval> hours) {}

    private WeekInWords() {}

    /** Neighbouring days with the same hours are told together; nothing for a week that never opens. */
    static String of(HoursReading.Hours hours, Locale locale) {
        String week = groups(hours).stream().map(days -> text(days, locale)).collect(Collectors.joining(", "));
        return week.isEmpty() ? "" : week + " (" + hours.zone().getDisplayName(TextStyle.FULL, locale) + ")";
    }

    private static List<Days> groups(HoursReading.Hours hours) {
        List<Days> groups = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpenInterval> open = hours.weekly().getOrDefault(day, List.of());
            Days last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && last.to.plus(1) == day && last.hours.equals(open)) {
                groups.set(groups.size() - 1, new Days(last.from, day, open));
            } else if (!open.isEmpty()) {
                groups.add(new Days(day, day, open));
            }
        }
        return groups;
    }

    private static String text(Days days, Locale locale) {
        String names =
                days.from == days.to ? name(days.from, locale) : name(days.from, locale) + TO + name(days.to, locale);
        return names
                + days.hours.stream()
                        .map(interval -> interval.from() + TO + interval.to())
                        .collect(Collectors.joining(", ", " ", ""));
    }

    private static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
