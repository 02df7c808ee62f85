package org.fourleaf.calendars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calendars of cases that are not ours to ship; whoever reads them skips, and says so, where they are absent. */
public final class CorpusCalendars {

    public static final Path FOLDER =
            Path.of(System.getProperty("fourleaf.corpora", "../shared/corpora"), "business-hours");

    private CorpusCalendars() {}

    public static Map<String, BusinessHours> read() throws IOException {
        Map<String, BusinessHours> calendars = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(Files.readString(FOLDER.resolve("calendars.json")))
                .properties()
                .forEach(entry -> calendars.put(entry.getKey(), hours(entry.getValue())));
        return calendars;
    }

    private static BusinessHours hours(JsonNode calendar) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, intervals(calendar.at("/hours/" + HoursReading.nameOf(day))));
        }
        Map<LocalDate, List<OpenInterval>> special = new HashMap<>();
        calendar.at("/shifts")
                .properties()
                .forEach(shift -> special.put(LocalDate.parse(shift.getKey()), intervals(shift.getValue())));
        calendar.at("/breaks").properties().forEach(pause -> {
            LocalDate date = LocalDate.parse(pause.getKey());
            List<OpenInterval> day = special.getOrDefault(date, week.get(date.getDayOfWeek()));
            special.put(date, without(day == null ? List.of() : day, intervals(pause.getValue())));
        });
        List<Holiday> holidays = calendar.at("/holidays")
                .valueStream()
                .map(date -> new Holiday(LocalDate.parse(date.asString()), "", false))
                .toList();
        return new BusinessHours(ZoneId.of(calendar.at("/tz").asString()), week, holidays, special);
    }

    /** Our calendars have no breaks of one day: such a day is special, with its hours less the break. */
    private static List<OpenInterval> without(List<OpenInterval> day, List<OpenInterval> breaks) {
        Set<Integer> open = new HashSet<>();
        day.forEach(one -> range(one).forEach(open::add));
        breaks.forEach(one -> range(one).forEach(open::remove));
        List<OpenInterval> left = new ArrayList<>();
        for (int minute = 0; minute < OpenInterval.DAY_MINUTES; minute++) {
            if (open.contains(minute) && !open.contains(minute - 1)) {
                int end = minute;
                while (open.contains(end)) {
                    end++;
                }
                left.add(new OpenInterval(minute, end));
            }
        }
        return left;
    }

    private static List<Integer> range(OpenInterval interval) {
        List<Integer> minutes = new ArrayList<>();
        for (int minute = interval.fromMinute(); minute < interval.toMinute(); minute++) {
            minutes.add(minute);
        }
        return minutes;
    }

    private static List<OpenInterval> intervals(JsonNode written) {
        return written.valueStream()
                .map(pair -> new OpenInterval(
                        minute(pair.get(0).asString()), minute(pair.get(1).asString())))
                .toList();
    }

    private static int minute(String clock) {
        return clock.equals("24:00")
                ? OpenInterval.DAY_MINUTES
                : LocalTime.parse(clock).toSecondOfDay() / 60;
    }
}
