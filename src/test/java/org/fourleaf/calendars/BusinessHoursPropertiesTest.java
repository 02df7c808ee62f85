package org.fourleaf.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What holds for any calendar in any zone: drawn by a seeded chance, so that a failure comes again. The reference paints every open
 * minute of some weeks, one by one.
 */
class BusinessHoursPropertiesTest {

    private static final int CALENDARS = 400;
    private static final int DRAWS = 12;
    private static final int PAINTED_DAYS = 45;
    private static final int MINUTES_A_DAY = 1440;

    /** With changes of the clock by an hour, half an hour, at midnight, by a day; and without. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Vilnius",
            "America/Los_Angeles",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "America/Sao_Paulo",
            "Asia/Beirut",
            "Africa/Casablanca",
            "Pacific/Chatham");

    /** Days around which clocks were changed somewhere. */
    private static final List<String> SEASONS = List.of(
            "2026-03-08",
            "2026-03-29",
            "2026-04-05",
            "2026-10-04",
            "2026-10-25",
            "2026-11-01",
            "2011-12-29",
            "2018-11-04",
            "2026-07-01",
            "1999-12-31");

    private record Drawn(
            ZoneId zone,
            Map<DayOfWeek, List<OpenInterval>> week,
            List<Holiday> holidays,
            Map<LocalDate, List<OpenInterval>> specialDays,
            LocalDate season) {

        BusinessHours hours() {
            return new BusinessHours(zone, week, holidays, specialDays);
        }

        Instant moment(Random chance) {
            return season.atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .plusSeconds(chance.nextInt(-15, 15) * 86_400L + chance.nextInt(86_400));
        }
    }

    @Test
    void every_minute_is_open_that_was_painted() {
        Random chance = new Random(4_001);
        for (int i = 0; i < CALENDARS; i++) {
            Drawn drawn = draw(chance);
            BusinessHours hours = drawn.hours();
            Instant origin = drawn.season
                    .minusDays(PAINTED_DAYS / 2)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            BitSet painted = painted(drawn, origin);
            for (int n = 0; n < DRAWS; n++) {
                int a = chance.nextInt(3 * MINUTES_A_DAY, (PAINTED_DAYS - 3) * MINUTES_A_DAY);
                int b = chance.nextInt(a, (PAINTED_DAYS - 3) * MINUTES_A_DAY);
                long open = painted.get(a, b).cardinality() * 60L;
                assertThat(hours.measure(minute(origin, a), minute(origin, b)))
                        .as("%s from %s to %s", drawn, minute(origin, a), minute(origin, b))
                        .isEqualTo(open);
                assertThat(hours.isOpenAt(minute(origin, a))).isEqualTo(painted.get(a));
            }
        }
    }

    @Test
    void what_was_added_is_measured() {
        each(4_002, (drawn, hours, chance) -> {
            Instant start = drawn.moment(chance);
            long seconds = chance.nextInt(1, 400_000);
            Optional<Instant> due = hours.add(start, seconds);
            due.ifPresent(end -> {
                assertThat(hours.measure(start, end))
                        .as("%s %s + %d", drawn, start, seconds)
                        .isEqualTo(seconds);
                assertThat(hours.isOpenAt(end.minusNanos(1_000))).isTrue();
                assertThat(hours.add(start, seconds - 1))
                        .hasValueSatisfying(sooner -> assertThat(sooner).isBefore(end));
            });
        });
    }

    @Test
    void backwards_is_the_mirror_of_forwards() {
        each(4_003, (drawn, hours, chance) -> {
            Instant end = drawn.moment(chance);
            long seconds = chance.nextInt(1, 400_000);
            hours.add(end, -seconds).ifPresent(start -> {
                assertThat(hours.measure(start, end))
                        .as("%s %s - %d", drawn, end, seconds)
                        .isEqualTo(seconds);
                assertThat(hours.isOpenAt(start)).isTrue();
                Instant there = hours.add(start, seconds).orElseThrow();
                assertThat(hours.measure(there, end)).isZero();
                assertThat(there).isBeforeOrEqualTo(end);
            });
        });
    }

    @Test
    void a_stretch_is_the_sum_of_its_parts_and_later_starts_are_never_due_earlier() {
        each(4_004, (drawn, hours, chance) -> {
            List<Instant> moments =
                    new ArrayList<>(List.of(drawn.moment(chance), drawn.moment(chance), drawn.moment(chance)));
            moments.sort(null);
            Instant a = moments.get(0);
            Instant b = moments.get(1);
            Instant c = moments.get(2);
            assertThat(hours.measure(a, b) + hours.measure(b, c)).isEqualTo(hours.measure(a, c));
            assertThat(hours.openings(a, c, 10_000).stream()
                            .mapToLong(Opening::seconds)
                            .sum())
                    .isEqualTo(hours.measure(a, c));
            long first = chance.nextInt(1, 100_000);
            long then = chance.nextInt(1, 100_000);
            Optional<Instant> atOnce = hours.add(a, first + then);
            assertThat(hours.add(a, first).flatMap(half -> hours.add(half, then)))
                    .isEqualTo(atOnce);
            Optional<Instant> fromLater = hours.add(b, first + then);
            if (atOnce.isPresent() && fromLater.isPresent()) {
                assertThat(fromLater.get()).isAfterOrEqualTo(atOnce.get());
            }
        });
    }

    private interface Law {
        void of(Drawn drawn, BusinessHours hours, Random chance);
    }

    private static void each(long seed, Law law) {
        Random chance = new Random(seed);
        for (int i = 0; i < CALENDARS; i++) {
            Drawn drawn = draw(chance);
            BusinessHours hours = drawn.hours();
            for (int n = 0; n < DRAWS; n++) {
                law.of(drawn, hours, chance);
            }
        }
    }

    private static Drawn draw(Random chance) {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (chance.nextInt(4) > 0) {
                week.put(day, day(chance));
            }
        }
        LocalDate season = LocalDate.parse(SEASONS.get(chance.nextInt(SEASONS.size())));
        List<Holiday> holidays = new ArrayList<>();
        Map<LocalDate, List<OpenInterval>> specialDays = new HashMap<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            holidays.add(new Holiday(
                    season.plusDays(chance.nextInt(-15, 15)).minusYears(chance.nextInt(2)), "", chance.nextBoolean()));
            specialDays.put(season.plusDays(chance.nextInt(-15, 15)), day(chance));
        }
        return new Drawn(ZoneId.of(ZONES.get(chance.nextInt(ZONES.size()))), week, holidays, specialDays, season);
    }

    /** Up to four intervals, the last of which may pass midnight. */
    private static List<OpenInterval> day(Random chance) {
        List<OpenInterval> intervals = new ArrayList<>();
        int from = chance.nextInt(12 * 60);
        while (intervals.size() < 4 && from < MINUTES_A_DAY) {
            int to = from + 1 + chance.nextInt(chance.nextBoolean() ? 90 : 600);
            intervals.add(new OpenInterval(from, Math.min(to, intervals.isEmpty() ? to : MINUTES_A_DAY + 300)));
            from = to + (chance.nextInt(3) == 0 ? 0 : chance.nextInt(400));
        }
        return intervals;
    }

    private static BitSet painted(Drawn drawn, Instant origin) {
        BitSet minutes = new BitSet(PAINTED_DAYS * MINUTES_A_DAY);
        LocalDate first = LocalDate.ofInstant(origin, ZoneOffset.UTC);
        for (LocalDate day = first.minusDays(3);
                day.isBefore(first.plusDays(PAINTED_DAYS + 3));
                day = day.plusDays(1)) {
            for (OpenInterval interval : intervals(drawn, day)) {
                long from = day.atStartOfDay()
                        .plusMinutes(interval.fromMinute())
                        .atZone(drawn.zone)
                        .toEpochSecond();
                long to = day.atStartOfDay()
                        .plusMinutes(interval.toMinute())
                        .atZone(drawn.zone)
                        .toEpochSecond();
                for (long at = from; at < to; at += 60) {
                    long minute = (at - origin.getEpochSecond()) / 60;
                    if (minute >= 0) {
                        minutes.set((int) minute);
                    }
                }
            }
        }
        return minutes;
    }

    private static List<OpenInterval> intervals(Drawn drawn, LocalDate day) {
        boolean left = day.atStartOfDay(drawn.zone).toLocalDate().isAfter(day);
        boolean off = drawn.holidays.stream()
                .anyMatch(holiday -> holiday.date().equals(day)
                        || (holiday.yearly()
                                && holiday.date().getMonth() == day.getMonth()
                                && holiday.date().getDayOfMonth() == day.getDayOfMonth()));
        if (left || off) {
            return List.of();
        }
        return drawn.specialDays.getOrDefault(day, drawn.week.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private static Instant minute(Instant origin, int minute) {
        return origin.plusSeconds(minute * 60L);
    }
}
