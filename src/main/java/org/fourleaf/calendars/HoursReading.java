package org.fourleaf.calendars;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.people.AgentWords;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Reads written hours, and says by JSON pointer what is wrong with them. */
final class HoursReading {

    static final int INTERVALS_A_DAY_MAX = 24;
    static final int SPECIAL_DAYS_MAX = 1_000;
    static final int HOLIDAYS_MAX = 2_000;
    private static final int ISO_DATE_LENGTH = 10;
    private static final int HOUR_MINUTES = 60;
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");

    /** What was read, sorted and complete. */
    record Hours(
            ZoneId zone,
            Map<DayOfWeek, List<OpenInterval>> weekly,
            List<Holiday> holidays,
            Map<LocalDate, List<OpenInterval>> specialDays) {

        BusinessHours arithmetic() {
            return new BusinessHours(zone, weekly, holidays, specialDays);
        }

        /** @throws Refusal invalid when these are too many */
        Hours with(List<Holiday> more) {
            Map<LocalDate, Holiday> joined = new TreeMap<>();
            holidays.forEach(holiday -> joined.put(holiday.date(), holiday));
            more.forEach(holiday -> joined.putIfAbsent(holiday.date(), holiday));
            if (joined.size() > HOLIDAYS_MAX) {
                throw Refusal.invalid("", "A calendar may have " + HOLIDAYS_MAX + " holidays at most.");
            }
            return new Hours(zone, weekly, List.copyOf(joined.values()), specialDays);
        }

        WrittenHours written() {
            return new WrittenHours(
                    zone.getId(),
                    writtenWeek(),
                    holidays.stream().map(WrittenHours.WrittenHoliday::of).toList(),
                    writtenSpecialDays());
        }

        private Map<String, List<List<String>>> writtenWeek() {
            Map<String, List<List<String>>> week = new LinkedHashMap<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(nameOf(day), HoursReading.written(weekly.getOrDefault(day, List.of())));
            }
            return week;
        }

        private Map<String, List<List<String>>> writtenSpecialDays() {
            Map<String, List<List<String>>> days = new LinkedHashMap<>();
            specialDays.forEach((date, intervals) -> days.put(date.toString(), HoursReading.written(intervals)));
            return days;
        }
    }

    private HoursReading() {}

    /** @param at the pointer to the whole, empty for the body itself */
    static Hours read(WrittenHours written, String at) {
        if (written.timeZone() == null) {
            throw Refusal.malformed(at + "/time_zone", "A time zone is needed, such as Europe/Vilnius.");
        }
        return new Hours(
                ZoneId.of(AgentWords.timeZone(written.timeZone(), at + "/time_zone")),
                week(written.weekly(), at + "/weekly"),
                holidays(written.holidays(), at + "/holidays"),
                specialDays(written.specialDays(), at + "/special_days"));
    }

    private static Map<DayOfWeek, List<OpenInterval>> week(
            @Nullable Map<String, List<List<String>>> written, String at) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<String, List<List<String>>> entry : entries(written)) {
            DayOfWeek day = Arrays.stream(DayOfWeek.values())
                    .filter(candidate -> nameOf(candidate).equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.malformed(
                            at + "/" + escaped(entry.getKey()),
                            "A weekday is one of mon, tue, wed, thu, fri, sat, sun."));
            week.put(day, intervals(entry.getValue(), at + "/" + nameOf(day)));
        }
        return week;
    }

    private static Map<LocalDate, List<OpenInterval>> specialDays(
            @Nullable Map<String, List<List<String>>> written, String at) {
        mustNotExceed(written == null ? 0 : written.size(), SPECIAL_DAYS_MAX, at);
        Map<LocalDate, List<OpenInterval>> days = new TreeMap<>();
        for (Map.Entry<String, List<List<String>>> entry : entries(written)) {
            String pointer = at + "/" + escaped(entry.getKey());
            days.put(date(entry.getKey(), pointer), intervals(entry.getValue(), pointer));
        }
        return days;
    }

    /** By date; of two on one day the first counts. */
    private static List<Holiday> holidays(@Nullable List<WrittenHours.WrittenHoliday> written, String at) {
        mustNotExceed(written == null ? 0 : written.size(), HOLIDAYS_MAX, at);
        Map<LocalDate, Holiday> holidays = new TreeMap<>();
        int index = 0;
        for (WrittenHours.WrittenHoliday one : written == null ? List.<WrittenHours.WrittenHoliday>of() : written) {
            String pointer = at + "/" + index++;
            if (one == null) {
                throw Refusal.malformed(pointer, "A holiday is a date such as 2026-12-25, or an object with one.");
            }
            LocalDate date = date(one.date(), one.name() == null ? pointer : pointer + "/date");
            holidays.putIfAbsent(
                    date, new Holiday(date, name(one.name(), pointer + "/name"), Boolean.TRUE.equals(one.yearly())));
        }
        return List.copyOf(holidays.values());
    }

    private static String name(@Nullable String written, String at) {
        String name = written == null ? "" : Texts.line(written);
        if (name.length() > Limits.NAME_LENGTH_MAX) {
            throw Refusal.malformed(at, "A name may have " + Limits.NAME_LENGTH_MAX + " characters at most.");
        }
        return name;
    }

    private static List<OpenInterval> intervals(@Nullable List<List<String>> written, String at) {
        if (written == null) {
            throw Refusal.malformed(at, "This must be a list of intervals, empty for closed.");
        }
        mustNotExceed(written.size(), INTERVALS_A_DAY_MAX, at);
        List<OpenInterval> intervals = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            OpenInterval interval = interval(written.get(i), at + "/" + i);
            if (intervals.stream().anyMatch(interval::overlaps)) {
                throw Refusal.invalid(at + "/" + i, "This overlaps another interval of the day.");
            }
            intervals.add(interval);
        }
        return intervals.stream().sorted().toList();
    }

    private static OpenInterval interval(@Nullable List<String> written, String at) {
        if (written == null || written.size() != 2) {
            throw Refusal.malformed(at, "An interval is two times, such as [\"09:00\", \"17:00\"].");
        }
        int from = minute(written.get(0), at + "/0");
        int to = minute(written.get(1), at + "/1");
        if (from == OpenInterval.DAY_MINUTES) {
            throw Refusal.invalid(at + "/0", "An interval begins before 24:00.");
        }
        if (from == to) {
            throw Refusal.invalid(
                    at, "An interval ends at another time than it begins; a whole day is 00:00 to 24:00.");
        }
        return new OpenInterval(from, to < from ? to + OpenInterval.DAY_MINUTES : to);
    }

    private static int minute(@Nullable String written, String at) {
        Matcher clock = CLOCK.matcher(written == null ? "" : written);
        if (!clock.matches()) {
            throw Refusal.malformed(at, "This must be a time of day from 00:00 to 24:00.");
        }
        return clock.group(1) == null
                ? OpenInterval.DAY_MINUTES
                : Integer.parseInt(clock.group(1)) * HOUR_MINUTES + Integer.parseInt(clock.group(2));
    }

    private static LocalDate date(@Nullable String written, String at) {
        try {
            if (written != null && written.length() == ISO_DATE_LENGTH) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            throw noDate(at);
        }
        throw noDate(at);
    }

    private static Refusal noDate(String at) {
        return Refusal.malformed(at, "This must be a date such as 2026-12-25.");
    }

    private static void mustNotExceed(int size, int max, String at) {
        if (size > max) {
            throw Refusal.malformed(at, "There may be " + max + " at most.");
        }
    }

    private static <V> Iterable<Map.Entry<String, V>> entries(@Nullable Map<String, V> written) {
        return written == null ? List.of() : written.entrySet();
    }

    private static List<List<String>> written(List<OpenInterval> intervals) {
        return intervals.stream()
                .map(interval -> List.of(interval.from(), interval.to()))
                .toList();
    }

    static String nameOf(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String key) {
        return Texts.cut(key, Limits.NAME_LENGTH_MAX).replace("~", "~0").replace("/", "~1");
    }
}
