package org.fourleaf.calendars;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DurationProperty;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days off of an iCalendar file: events of whole days, with their repetitions. What simply comes every year becomes a yearly
 * holiday; other repetitions are written out for the days asked for.
 */
final class HolidayReading {

    static final int BYTES_MAX = 1_000_000;
    static final int EVENTS_MAX = 5_000;
    private static final int DEPTH_MAX = 8;
    private static final int EVENT_DAYS_MAX = 366;
    private static final int PARTS_MAX = 400;
    private static final int INTERVAL_MAX = 1_000;
    private static final int LEFT_OUT_MAX = 100;

    /** Repetitions looked at, over the whole file: a daily event since 1900 has 46 000. */
    private static final int REPETITIONS_MAX = 300_000;

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2200;
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    /** @param holidays by date, one a day */
    record Found(List<Holiday> holidays, List<LeftOut> leftOut) {}

    /** An event that makes no holiday. */
    record LeftOut(String name, Why why) {}

    /** Why an event makes no holiday. */
    enum Why {
        /** It has hours: a holiday is a whole day. */
        TIMED,
        CANCELLED,
        /** Nothing of it falls into the years that are looked at. */
        OUT_OF_RANGE,
        /** Its days or its repetition can't be read, or are none a calendar has. */
        UNREADABLE;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LocalDate from;
    private final LocalDate to;
    private final Map<LocalDate, Holiday> holidays = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int repetitions;

    private HolidayReading(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    /**
     * @param from the first day that is looked at, {@code to} the day after the last
     * @throws Refusal too large, malformed when it is no iCalendar file, invalid when there is too much in it
     */
    static Found read(byte[] file, LocalDate from, LocalDate to) {
        if (file.length > BYTES_MAX) {
            throw tooLarge();
        }
        String text = new String(file, StandardCharsets.UTF_8);
        mustBeFlat(text);
        HolidayReading reading = new HolidayReading(from, to);
        int events = 0;
        boolean any = false;
        try (ICalReader reader = new ICalReader(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                any = true;
                events += calendar.getEvents().size();
                if (events > EVENTS_MAX) {
                    throw Refusal.invalid("", "A file may have " + EVENTS_MAX + " events at most.");
                }
                calendar.getEvents().forEach(reading::add);
            }
        } catch (IOException e) {
            throw noCalendar();
        }
        if (!any) {
            throw noCalendar();
        }
        return new Found(List.copyOf(reading.holidays.values()), List.copyOf(reading.leftOut));
    }

    static Refusal tooLarge() {
        return Refusal.of(
                Refusal.Kind.TOO_LARGE, "too-large", "An iCalendar file may have " + BYTES_MAX + " bytes at most.");
    }

    private static Refusal noCalendar() {
        return Refusal.malformed("", "This is not an iCalendar file: it begins with BEGIN:VCALENDAR.");
    }

    /** Components lie in components three deep at most; a file of a thousand levels is none. */
    private static void mustBeFlat(String text) {
        int depth = 0;
        for (String line : text.lines().toList()) {
            if (line.regionMatches(true, 0, "BEGIN:", 0, 6) && ++depth > DEPTH_MAX) {
                throw noCalendar();
            }
            if (line.regionMatches(true, 0, "END:", 0, 4)) {
                depth--;
            }
        }
    }

    private void add(VEvent event) {
        String summary = event.getSummary() == null ? null : event.getSummary().getValue();
        String name = Texts.cut(Texts.line(summary == null ? "" : summary), Limits.NAME_LENGTH_MAX);
        Why why;
        try {
            why = added(event, name);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            why = Why.UNREADABLE;
        }
        if (why != null && leftOut.size() < LEFT_OUT_MAX) {
            leftOut.add(new LeftOut(name, why));
        }
    }

    private @Nullable Why added(VEvent event, String name) {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            return Why.UNREADABLE;
        }
        if (start.getValue().hasTime()) {
            return Why.TIMED;
        }
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return Why.CANCELLED;
        }
        LocalDate first = day(start.getValue());
        long days = days(event, first);
        if (first == null || days > EVENT_DAYS_MAX || first.getYear() < YEAR_MIN || first.getYear() > YEAR_MAX) {
            return Why.UNREADABLE;
        }
        Set<LocalDate> exceptions = exceptions(event);
        RecurrenceRule rule = event.getRecurrenceRule();
        Recurrence recurrence = rule == null ? null : rule.getValue();
        if (recurrence != null && exceptions.isEmpty() && isSimplyYearly(recurrence, first)) {
            put(first, days, name, true);
            return null;
        }
        Set<LocalDate> starts = new HashSet<>();
        starts.add(first);
        if (recurrence != null && !repeat(recurrence, first, days, starts)) {
            return Why.UNREADABLE;
        }
        event.getRecurrenceDates()
                .forEach(more -> more.getDates().forEach(date -> {
                    LocalDate day = day(date);
                    if (day != null) {
                        starts.add(day);
                    }
                }));
        starts.removeAll(exceptions);
        boolean any = false;
        for (LocalDate day : starts) {
            if (day.isBefore(to) && day.plusDays(days).isAfter(from)) {
                put(day, days, name, false);
                any = true;
            }
        }
        return any ? null : Why.OUT_OF_RANGE;
    }

    /** How many days each of it lasts. An end that is none counts for one day, as calendars show it. */
    private static long days(VEvent event, @Nullable LocalDate first) {
        DateEnd end = event.getDateEnd();
        LocalDate last = end == null || end.getValue() == null ? null : day(end.getValue());
        if (first != null && last != null) {
            return Math.max(1, ChronoUnit.DAYS.between(first, last));
        }
        DurationProperty duration = event.getDuration();
        return duration == null || duration.getValue() == null
                ? 1
                : Math.max(
                        1,
                        duration.getValue().toMillis()
                                / ChronoUnit.DAYS.getDuration().toMillis());
    }

    private void put(LocalDate first, long days, String name, boolean yearly) {
        for (LocalDate day = first; day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
            if (yearly || (!day.isBefore(from) && day.isBefore(to))) {
                holidays.putIfAbsent(day, new Holiday(day, name, yearly));
            }
        }
        if (holidays.size() > HoursReading.HOLIDAYS_MAX) {
            throw Refusal.invalid("", "A calendar may have " + HoursReading.HOLIDAYS_MAX + " holidays at most.");
        }
    }

    private static boolean isSimplyYearly(Recurrence rule, LocalDate first) {
        return rule.getFrequency() == Frequency.YEARLY
                && (rule.getInterval() == null || rule.getInterval() == 1)
                && rule.getCount() == null
                && rule.getUntil() == null
                && rule.getByDay().isEmpty()
                && rule.getByYearDay().isEmpty()
                && rule.getByWeekNo().isEmpty()
                && rule.getBySetPos().isEmpty()
                && isOnly(rule.getByMonth(), first.getMonthValue())
                && isOnly(rule.getByMonthDay(), first.getDayOfMonth());
    }

    private static boolean isOnly(Collection<Integer> values, int value) {
        return values.isEmpty() || (values.size() == 1 && values.contains(value));
    }

    /** @return whether the rule is one for whole days that we follow */
    private boolean repeat(Recurrence rule, LocalDate first, long days, Set<LocalDate> starts) {
        if (!isFollowed(rule)) {
            return false;
        }
        LocalDate until = rule.getUntil() == null ? LocalDate.MAX : day(rule.getUntil());
        if (until == null) {
            return false;
        }
        // Its own end would be read in the zone of this machine.
        Recurrence endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        Date start = Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        DateIterator iterator = endless.getDateIterator(start, UTC);
        LocalDate earliest = from.minusDays(days);
        if (rule.getCount() == null && first.isBefore(earliest)) {
            iterator.advanceTo(Date.from(earliest.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        while (iterator.hasNext()) {
            LocalDate day = LocalDate.ofInstant(iterator.next().toInstant(), ZoneOffset.UTC);
            if (!day.isBefore(to) || day.isAfter(until)) {
                return true;
            }
            if (++repetitions > REPETITIONS_MAX) {
                throw Refusal.invalid("", "The events of this file repeat too often.");
            }
            if (day.isAfter(earliest)) {
                starts.add(day);
            }
        }
        return true;
    }

    private static boolean isFollowed(Recurrence rule) {
        Frequency frequency = rule.getFrequency();
        int parts = rule.getByDay().size()
                + rule.getByMonth().size()
                + rule.getByMonthDay().size()
                + rule.getByYearDay().size()
                + rule.getByWeekNo().size()
                + rule.getBySetPos().size();
        boolean hasTimes = !rule.getByHour().isEmpty()
                || !rule.getByMinute().isEmpty()
                || !rule.getBySecond().isEmpty();
        return (frequency == Frequency.DAILY
                        || frequency == Frequency.WEEKLY
                        || frequency == Frequency.MONTHLY
                        || frequency == Frequency.YEARLY)
                && parts <= PARTS_MAX
                && !hasTimes
                && (rule.getInterval() == null || (rule.getInterval() > 0 && rule.getInterval() <= INTERVAL_MAX));
    }

    private static Set<LocalDate> exceptions(VEvent event) {
        Set<LocalDate> days = new HashSet<>();
        event.getExceptionDates()
                .forEach(some -> some.getValues().forEach(date -> {
                    LocalDate day = day(date);
                    if (day != null) {
                        days.add(day);
                    }
                }));
        return days;
    }

    /** The day as it is written, whatever the zone of this machine. */
    private static @Nullable LocalDate day(ICalDate date) {
        DateTimeComponents written = date.getRawComponents();
        return written == null ? null : LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
    }
}
