package org.fourleaf.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic, case by case. 2026-01-05 is a Monday. */
class BusinessHoursTest {

    private static final String OFFICE =
            "{'mon':[['09:00','17:00']],'tue':[['09:00','17:00']],'wed':[['09:00','17:00']],'thu':[['09:00','17:00']],'fri':[['09:00','17:00']]}";
    private static final String LUNCH =
            "{'mon':[['13:00','17:00'],['09:00','12:00']],'tue':[['09:00','12:00'],['13:00','17:00']]}";
    private static final String NIGHTS = "{'fri':[['22:00','06:00']]}";
    private static final String ALWAYS =
            "{'mon':[['00:00','24:00']],'tue':[['00:00','24:00']],'wed':[['00:00','24:00']],'thu':[['00:00','24:00']],'fri':[['00:00','24:00']],'sat':[['00:00','24:00']],'sun':[['00:00','24:00']]}";
    private static final String SUNDAY_NIGHT = "{'sun':[['01:00','04:00']]}";

    @ParameterizedTest(name = "{0} and {1} s → {2}: {3}")
    @CsvSource(textBlock = """
            2026-01-05T10:00:00Z, 3600, 2026-01-05T11:00:00Z, inside
            2026-01-05T09:00:00Z, 28800, 2026-01-05T17:00:00Z, used up exactly at closing: due at closing
            2026-01-05T09:00:00Z, 28801, 2026-01-06T09:00:01Z, a second more is tomorrow
            2026-01-09T16:00:00Z, 3600, 2026-01-09T17:00:00Z, one hour from Friday 16:00
            2026-01-09T16:00:00Z, 7200, 2026-01-12T10:00:00Z, over the weekend
            2026-01-10T12:00:00Z, 60, 2026-01-12T09:01:00Z, from a Saturday
            2026-01-05T17:00:00Z, 60, 2026-01-06T09:01:00Z, closing itself is closed
            2026-01-05T12:00:00Z, 0, 2026-01-05T12:00:00Z, zero while open
            2026-01-05T17:00:00Z, 0, 2026-01-06T09:00:00Z, zero at closing
            2026-01-10T12:00:00Z, 0, 2026-01-12T09:00:00Z, zero while closed
            2026-01-05T11:00:00Z, -3600, 2026-01-05T10:00:00Z, back inside
            2026-01-05T17:00:00Z, -28800, 2026-01-05T09:00:00Z, backwards used up at opening: due at opening
            2026-01-12T09:30:00Z, -3600, 2026-01-09T16:30:00Z, back over the weekend
            2026-01-12T09:00:00Z, -1, 2026-01-09T16:59:59Z, back from opening
            2026-01-10T12:00:00Z, -28800, 2026-01-09T09:00:00Z, back from a Saturday
            2026-01-05T10:00:00.250Z, 3600, 2026-01-05T11:00:00.250Z, parts of a second stay
            2026-01-05T16:59:59.750Z, 1, 2026-01-06T09:00:00.750Z, parts of a second cross the night
            """)
    void seconds_are_added_in_an_office_week(Instant start, long seconds, Instant due, String why) {
        assertThat(Calendars.of("UTC", OFFICE).add(start, seconds)).as(why).contains(due);
    }

    @ParameterizedTest(name = "{0} to {1}: {2} s, {3}")
    @CsvSource(textBlock = """
            2026-01-09T16:00:00Z, 2026-01-12T09:00:00Z, 3600, Friday 16:00 is one hour old at Monday 09:00
            2026-01-05T10:00:00Z, 2026-01-05T09:00:00Z, 0, an end before the start
            2026-01-05T10:00:00Z, 2026-01-05T10:00:00Z, 0, nothing
            2026-01-10T00:00:00Z, 2026-01-12T00:00:00Z, 0, a weekend
            2026-01-05T00:00:00Z, 2026-01-12T00:00:00Z, 144000, a week
            2026-01-01T00:00:00Z, 2036-01-01T00:00:00Z, 75110400, ten years
            2026-01-05T08:59:59.900Z, 2026-01-05T09:00:01.900Z, 1, whole seconds
            """)
    void seconds_are_measured_in_an_office_week(Instant start, Instant end, long seconds, String why) {
        assertThat(Calendars.of("UTC", OFFICE).measure(start, end)).as(why).isEqualTo(seconds);
    }

    @Test
    void lunch_is_not_counted_and_intervals_may_come_in_any_order() {
        BusinessHours hours = Calendars.of("UTC", LUNCH);
        assertThat(hours.add(at("2026-01-05T11:30:00Z"), 3600)).contains(at("2026-01-05T13:30:00Z"));
        assertThat(hours.add(at("2026-01-05T11:30:00Z"), 1800)).contains(at("2026-01-05T12:00:00Z"));
        assertThat(hours.measure(at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z")))
                .isEqualTo(7 * 3600);
        assertThat(hours.isOpenAt(at("2026-01-05T12:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(at("2026-01-05T13:00:00Z"))).isTrue();
    }

    @Test
    void an_overnight_interval_belongs_to_its_first_day() {
        BusinessHours plain = Calendars.of("UTC", NIGHTS);
        assertThat(plain.isOpenAt(at("2026-01-10T05:59:59Z"))).isTrue();
        assertThat(plain.isOpenAt(at("2026-01-09T05:00:00Z"))).isFalse();
        BusinessHours saturdayOff = Calendars.of("UTC", NIGHTS, List.of("2026-01-10"), "{}");
        assertThat(saturdayOff.isOpenAt(at("2026-01-10T05:59:59Z"))).isTrue();
        BusinessHours fridayOff = Calendars.of("UTC", NIGHTS, List.of("2026-01-09"), "{}");
        assertThat(fridayOff.isOpenAt(at("2026-01-10T03:00:00Z"))).isFalse();
        assertThat(fridayOff.add(at("2026-01-09T12:00:00Z"), 0)).contains(at("2026-01-16T22:00:00Z"));
    }

    @Test
    void a_night_that_runs_into_the_next_days_hours_is_counted_once() {
        BusinessHours hours = Calendars.of("UTC", "{'mon':[['20:00','10:00']],'tue':[['08:00','12:00']]}");
        assertThat(hours.measure(at("2026-01-05T00:00:00Z"), at("2026-01-07T00:00:00Z")))
                .isEqualTo(16 * 3600);
        assertThat(hours.add(at("2026-01-05T20:00:00Z"), 15 * 3600)).contains(at("2026-01-06T11:00:00Z"));
        assertThat(hours.back(at("2026-01-06T12:00:00Z"), 15 * 3600)).contains(at("2026-01-05T21:00:00Z"));
    }

    @Test
    void a_special_day_replaces_the_week_and_a_holiday_replaces_both() {
        BusinessHours hours = Calendars.of(
                "UTC",
                OFFICE,
                List.of("2026-01-06"),
                "{'2026-01-05':[['10:00','11:00']],'2026-01-06':[['10:00','11:00']],'2026-01-10':[['10:00','12:00']],'2026-01-07':[]}");
        assertThat(hours.measure(at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z")))
                .isEqualTo(3600);
        assertThat(hours.measure(at("2026-01-06T00:00:00Z"), at("2026-01-08T00:00:00Z")))
                .isZero();
        assertThat(hours.measure(at("2026-01-10T00:00:00Z"), at("2026-01-12T00:00:00Z")))
                .isEqualTo(7200);
    }

    @Test
    void a_yearly_holiday_comes_every_year() {
        BusinessHours hours = HoursReading.read(
                        new WrittenHours(
                                "UTC",
                                Calendars.NINE_TO_FIVE,
                                List.of(
                                        new WrittenHours.WrittenHoliday("2024-02-29", "Leap day", true),
                                        new WrittenHours.WrittenHoliday("2020-12-25", "Christmas", true)),
                                null),
                        "")
                .arithmetic();
        assertThat(hours.isOpenAt(at("2026-12-25T10:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(at("2028-02-29T10:00:00Z"))).isFalse();
        assertThat(hours.isOpenAt(at("2028-03-01T10:00:00Z"))).isTrue();
    }

    @Test
    void the_day_the_clock_is_put_forward_has_an_hour_less() {
        BusinessHours always = Calendars.of("Europe/Vilnius", ALWAYS);
        assertThat(always.measure(at("2026-03-28T22:00:00Z"), at("2026-03-29T21:00:00Z")))
                .isEqualTo(23 * 3600);
        BusinessHours night = Calendars.of("Europe/Vilnius", SUNDAY_NIGHT);
        // 01:00 to 04:00, of which the hour from 03:00 never came.
        assertThat(night.measure(at("2026-03-28T00:00:00Z"), at("2026-03-30T00:00:00Z")))
                .isEqualTo(2 * 3600);
        assertThat(night.add(at("2026-03-28T23:00:00Z"), 7200)).contains(at("2026-03-29T01:00:00Z"));
    }

    @Test
    void the_day_the_clock_is_put_back_has_an_hour_more() {
        BusinessHours always = Calendars.of("Europe/Vilnius", ALWAYS);
        assertThat(always.measure(at("2026-10-24T21:00:00Z"), at("2026-10-25T22:00:00Z")))
                .isEqualTo(25 * 3600);
        assertThat(Calendars.of("Europe/Vilnius", "{'sun':[['01:00','05:00']]}")
                        .measure(at("2026-10-24T00:00:00Z"), at("2026-10-26T12:00:00Z")))
                .isEqualTo(5 * 3600);
        // 03:30 comes twice that night: it closes, and opens, at the first.
        assertThat(Calendars.of("Europe/Vilnius", "{'sun':[['01:00','03:30']]}")
                        .measure(at("2026-10-24T00:00:00Z"), at("2026-10-26T12:00:00Z")))
                .isEqualTo(9000);
        assertThat(Calendars.of("Europe/Vilnius", "{'sun':[['03:30','05:00']]}")
                        .measure(at("2026-10-24T00:00:00Z"), at("2026-10-26T12:00:00Z")))
                .isEqualTo(9000);
    }

    @Test
    void a_time_that_never_comes_is_as_much_later_as_the_clock_was_put_forward() {
        BusinessHours hours = Calendars.of("Europe/Vilnius", "{'sun':[['03:30','08:00']]}");
        assertThat(hours.add(at("2026-03-28T20:00:00Z"), 0)).contains(at("2026-03-29T01:30:00Z"));
        // What would close before it opens stays closed.
        assertThat(Calendars.of("Europe/Vilnius", "{'sun':[['03:30','04:15']]}")
                        .measure(at("2026-03-28T00:00:00Z"), at("2026-03-30T00:00:00Z")))
                .isZero();
        // Split where there is no such time, it is still the same time.
        assertThat(Calendars.of(
                                "Europe/Vilnius",
                                "{'sun':[['01:00','03:30'],['03:30','03:45'],['03:45','04:15'],['04:15','05:00']]}")
                        .measure(at("2026-03-28T00:00:00Z"), at("2026-03-30T00:00:00Z")))
                .isEqualTo(3 * 3600);
    }

    @Test
    void a_day_that_an_island_left_out_has_no_hours() {
        BusinessHours hours = Calendars.of("Pacific/Apia", "{'fri':[['09:00','17:00']]}");
        assertThat(hours.openings(at("2011-12-20T00:00:00Z"), at("2012-01-10T00:00:00Z"), 9))
                .extracting(Opening::from)
                .containsExactly(at("2011-12-23T19:00:00Z"), at("2012-01-05T19:00:00Z"));
    }

    @Test
    void a_calendar_that_never_opens_has_an_answer() {
        BusinessHours never = Calendars.of("Europe/Vilnius", "{}");
        assertThat(never.add(at("2026-01-05T00:00:00Z"), 0)).isEmpty();
        assertThat(never.add(at("2026-01-05T00:00:00Z"), 1)).isEmpty();
        assertThat(never.add(at("2026-01-05T00:00:00Z"), -1)).isEmpty();
        assertThat(never.nextTurnAfter(at("2026-01-05T00:00:00Z"))).isEmpty();
        assertThat(never.measure(at("2026-01-05T00:00:00Z"), at("2036-01-05T00:00:00Z")))
                .isZero();
        BusinessHours once = Calendars.of("UTC", "{}", List.of(), "{'2026-01-05':[['09:00','10:00']]}");
        assertThat(once.add(at("2026-01-01T00:00:00Z"), 3600)).contains(at("2026-01-05T10:00:00Z"));
        assertThat(once.add(at("2026-01-01T00:00:00Z"), 3601)).isEmpty();
        assertThat(once.nextTurnAfter(at("2026-01-05T09:30:00Z"))).contains(at("2026-01-05T10:00:00Z"));
    }

    @Test
    void what_is_too_far_away_is_said_to_be_at_once() {
        BusinessHours office = Calendars.of("Europe/Vilnius", OFFICE);
        Instant start = at("2026-01-05T10:00:00Z");
        for (long seconds : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, BusinessHours.DAYS_MAX * 86_400L}) {
            assertThat(office.add(start, seconds)).isEmpty();
        }
        assertThat(office.add(start, 10L * 2_080 * 3_600)).isPresent();
        assertThat(BusinessHours.canMeasure(at("0001-01-01T00:00:00Z"), at("9999-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void a_week_is_told_in_the_customers_words() {
        HoursReading.Hours hours = HoursReading.read(
                new WrittenHours(
                        "UTC",
                        Map.of(
                                "mon", List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00")),
                                "tue", List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00")),
                                "thu", List.of(List.of("22:00", "06:00"))),
                        null,
                        null),
                "");
        assertThat(WeekInWords.of(hours, Locale.ENGLISH))
                .isEqualTo(
                        "Monday–Tuesday 09:00–12:00, 13:00–17:00, Thursday 22:00–06:00 (Coordinated Universal Time)");
        assertThat(WeekInWords.of(hours, Locale.forLanguageTag("lt")))
                .startsWith("pirmadienis–antradienis 09:00–12:00");
        assertThat(WeekInWords.of(HoursReading.read(new WrittenHours("UTC", null, null, null), ""), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void a_desk_tells_when_it_turns_next() {
        BusinessHours office = Calendars.of("UTC", OFFICE);
        assertThat(office.nextTurnAfter(at("2026-01-05T10:00:00Z"))).contains(at("2026-01-05T17:00:00Z"));
        assertThat(office.nextTurnAfter(at("2026-01-05T17:00:00Z"))).contains(at("2026-01-06T09:00:00Z"));
        assertThat(Calendars.of("UTC", ALWAYS).nextTurnAfter(at("2026-01-05T10:00:00Z")))
                .isEmpty();
        assertThat(Calendars.of("UTC", "{'mon':[['09:00','24:00']],'tue':[['00:00','03:00']]}")
                        .nextTurnAfter(at("2026-01-05T10:00:00Z")))
                .contains(at("2026-01-06T03:00:00Z"));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
