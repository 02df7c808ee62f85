package org.fourleaf.slas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.calendars.Holiday;
import org.fourleaf.calendars.OpenInterval;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.junit.jupiter.api.Test;

class ClockTurningTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z"); // a Monday
    private static final Targets ALL =
            new Targets(Life.minutes(60), Life.minutes(30), Life.minutes(15), Life.minutes(480), null, null);
    private static final Terms TERMS = Life.terms(ALL, OpenHours.ALWAYS, TicketStatus.PENDING, TicketStatus.POSTPONED);
    private static final int LIVES = 400;
    private static final int EVENTS = 40;

    @Test
    void a_new_ticket_owes_an_answer_an_owner_and_an_end() {
        Life life = new Life(START, TERMS);
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(60));
        assertThat(life.last(ClockType.FIRST_ASSIGN).dueAt()).isEqualTo(after(15));
        assertThat(life.last(ClockType.FIRST_RESOLVE).dueAt()).isEqualTo(after(480));
        assertThat(life.has(ClockType.NEXT_ANSWER)).isFalse();
        assertThat(life.due()).isEqualTo(after(15));
        assertThat(life.standing()).isEqualTo(DueStanding.RUNNING);
    }

    @Test
    void an_answer_in_time_meets_and_the_first_message_after_it_starts_the_next() {
        Life life = new Life(START, TERMS).answered(after(60)); // exactly when it was due
        assertThat(life.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.MET);
        life.asked(after(70)).asked(after(80));
        assertThat(life.last(ClockType.NEXT_ANSWER).startedAt()).isEqualTo(after(70));
        life.answered(after(90)).asked(after(95));
        assertThat(life.last(ClockType.NEXT_ANSWER).n()).isEqualTo(2);
        assertThat(life.last(ClockType.NEXT_ANSWER).startedAt()).isEqualTo(after(95));
    }

    @Test
    void a_clock_warns_then_is_missed_at_its_due_time_and_stays_missed() {
        Life life = new Life(START, TERMS).assigned(after(1)).look(after(48));
        assertThat(life.standing()).isEqualTo(DueStanding.DUE_SOON);
        life.look(after(600));
        SlaClock late = life.last(ClockType.FIRST_ANSWER);
        assertThat(late.state()).isEqualTo(ClockState.MISSED);
        assertThat(late.missedAt()).isEqualTo(after(60));
        assertThat(life.standing()).isEqualTo(DueStanding.OVERDUE);
        life.answered(after(601));
        assertThat(life.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.MISSED);
        assertThat(life.last(ClockType.FIRST_ANSWER).metAt()).isEqualTo(after(601));
        assertThat(life.events.stream()
                        .filter(event -> event.clock().type() == ClockType.FIRST_ANSWER)
                        .map(ClockTurning.Event::what))
                .containsExactly(ClockTurning.Event.What.DUE_SOON, ClockTurning.Event.What.MISSED);
    }

    @Test
    void what_was_answered_late_while_nobody_looked_is_missed_all_the_same() {
        Life life = new Life(START, TERMS).answered(after(61));
        assertThat(life.events).anySatisfy(event -> {
            assertThat(event.what()).isEqualTo(ClockTurning.Event.What.MISSED);
            assertThat(event.at()).isEqualTo(after(60));
        });
    }

    @Test
    void pending_pauses_and_the_rest_runs_on() {
        Life life = new Life(START, TERMS).becomes(TicketStatus.PENDING, after(20));
        assertThat(life.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.PAUSED);
        life.look(after(1_000));
        assertThat(life.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.PAUSED);
        life.becomes(TicketStatus.NEW, after(1_000));
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(1_040));
        assertThat(life.last(ClockType.FIRST_ANSWER).pausedSeconds(after(1_040)))
                .isEqualTo(Duration.ofMinutes(980).toSeconds());
    }

    @Test
    void resolved_without_an_answer_the_answer_is_not_applicable() {
        Life life = new Life(START, TERMS).becomes(TicketStatus.RESOLVED, after(10));
        assertThat(life.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.NOT_APPLICABLE);
        assertThat(life.last(ClockType.FIRST_ASSIGN).state()).isEqualTo(ClockState.NOT_APPLICABLE);
        assertThat(life.last(ClockType.FIRST_RESOLVE).state()).isEqualTo(ClockState.MET);
        assertThat(life.standing()).isEqualTo(DueStanding.NONE);
        assertThat(life.due()).isNull();
    }

    @Test
    void reopened_by_hand_it_owes_what_it_owed_and_asked_anew_the_next_answer() {
        Life byHand =
                new Life(START, TERMS).becomes(TicketStatus.RESOLVED, after(10)).becomes(TicketStatus.OPEN, after(100));
        assertThat(byHand.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(150));
        assertThat(byHand.last(ClockType.FIRST_RESOLVE).state()).isEqualTo(ClockState.MET);
        Life asked =
                new Life(START, TERMS).becomes(TicketStatus.RESOLVED, after(10)).asked(after(100));
        assertThat(asked.last(ClockType.FIRST_ANSWER).state()).isEqualTo(ClockState.NOT_APPLICABLE);
        assertThat(asked.last(ClockType.NEXT_ANSWER).dueAt()).isEqualTo(after(130));
    }

    @Test
    void spam_and_merged_tickets_owe_nothing_until_they_come_back() {
        Life spam = new Life(START, TERMS)
                .becomes(TicketStatus.SPAM, after(5))
                .look(after(500))
                .becomes(TicketStatus.NEW, after(505));
        assertThat(spam.last(ClockType.FIRST_ASSIGN).dueAt()).isEqualTo(after(515));
        Life merged = new Life(START, TERMS).merged(after(5));
        assertThat(merged.standing()).isEqualTo(DueStanding.NONE);
        merged.unmerged(after(105));
        assertThat(merged.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(160));
    }

    @Test
    void another_priority_or_edition_moves_what_is_still_owed_and_nothing_else() {
        Targets tighter =
                new Targets(new Targets.Each(3_600L, 3_600L, 1_800L, 600L), null, null, Life.minutes(480), null, null);
        Terms urgent = Life.terms(tighter, OpenHours.ALWAYS, TicketStatus.PENDING);
        Life life = new Life(START, urgent).weighs(Priority.HIGH, after(5));
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(30));
        life.weighs(Priority.URGENT, after(20)); // ten minutes were over ten minutes ago
        assertThat(life.last(ClockType.FIRST_ANSWER).missedAt()).isEqualTo(after(10));
        Terms wider = new Terms(
                urgent.level(),
                2,
                new Targets(Life.minutes(600), null, null, Life.minutes(960), null, null),
                OpenHours.ALWAYS,
                urgent.pausing(),
                80);
        life.under(wider, after(25));
        assertThat(life.last(ClockType.FIRST_ANSWER).missedAt()).isEqualTo(after(10));
        assertThat(life.last(ClockType.FIRST_RESOLVE).dueAt()).isEqualTo(after(960));
        assertThat(life.events.stream().filter(event -> event.what() == ClockTurning.Event.What.MISSED))
                .hasSize(1);
    }

    @Test
    void a_level_that_pauses_otherwise_counts_the_past_otherwise() {
        Life life =
                new Life(START, TERMS).becomes(TicketStatus.PENDING, after(10)).becomes(TicketStatus.NEW, after(30));
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(80));
        life.under(Life.terms(ALL, OpenHours.ALWAYS), after(31));
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo(after(60));
    }

    @Test
    void a_chat_is_picked_up_live_or_not_at_all() {
        Terms chats = Life.terms(
                new Targets(null, null, null, null, Life.minutes(1), null), OpenHours.ALWAYS, TicketStatus.PENDING);
        Life taken = new Life(START, chats, Channel.CHAT).becomes(TicketStatus.CHATTING, START.plusSeconds(20));
        assertThat(taken.last(ClockType.CHAT_PICKUP).state()).isEqualTo(ClockState.MET);
        Life left = new Life(START, chats, Channel.CHAT).answered(START.plusSeconds(30));
        assertThat(left.last(ClockType.CHAT_PICKUP).state()).isEqualTo(ClockState.NOT_APPLICABLE);
        assertThat(new Life(START, chats).clocks).isEmpty();
    }

    @Test
    void business_hours_holidays_and_the_change_of_the_clock_are_told() {
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new OpenInterval(0, 24 * 60)));
        }
        // Vilnius puts its clocks forward on 29 March 2026: that Sunday has 23 hours.
        BusinessHours vilnius = new BusinessHours(
                ZoneId.of("Europe/Vilnius"),
                week,
                List.of(new Holiday(LocalDate.of(2026, 3, 28), "Quiet day", false)),
                Map.of());
        Instant friday = Instant.parse("2026-03-27T21:00:00Z"); // an hour before midnight there
        Life life = new Life(
                friday,
                Life.terms(
                        new Targets(Life.minutes(24 * 60 + 60), null, null, null, null, null),
                        new OpenHours(vilnius),
                        TicketStatus.PENDING));
        assertThat(life.last(ClockType.FIRST_ANSWER).dueAt()).isEqualTo("2026-03-29T22:00:00Z");
    }

    /** Whatever happens to a ticket, in whatever order: what was kept step by step is what its history tells at once. */
    @Test
    void kept_step_by_step_or_told_at_once_the_clocks_are_the_same() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            Life life = new Life(START, Life.terms(ALL, hours(random), TicketStatus.PENDING, TicketStatus.POSTPONED));
            Instant at = START;
            for (int i = 0; i < EVENTS; i++) {
                at = at.plusSeconds(random.nextInt(7_200));
                happens(life, random, at);
            }
            assertSound(life, at, seed);
        }
    }

    @Test
    void many_pauses_are_carried_as_sums_without_a_difference() {
        Targets long_ = new Targets(Life.minutes(100_000), null, null, null, null, null);
        Life life = new Life(START, Life.terms(long_, OpenHours.ALWAYS, TicketStatus.PENDING));
        Instant at = START;
        int pauses = 700;
        for (int i = 0; i < pauses; i++) {
            at = at.plusSeconds(60);
            life.becomes(i % 2 == 0 ? TicketStatus.PENDING : TicketStatus.NEW, at);
        }
        SlaClock clock = life.last(ClockType.FIRST_ANSWER);
        assertThat(clock.turns()).hasSizeLessThanOrEqualTo(ClockDraft.TURNS_MAX);
        assertThat(clock.usedSeconds(OpenHours.ALWAYS, at)).isEqualTo(pauses / 2 * 60L);
        assertThat(clock.pausedSeconds(at)).isEqualTo(pauses / 2 * 60L);
        assertThat(clock.dueAt()).isEqualTo(at.plusSeconds(100_000 * 60L - pauses / 2 * 60L));
    }

    private static void happens(Life life, Random random, Instant at) {
        switch (random.nextInt(10)) {
            case 0, 1 -> life.answered(at);
            case 2, 3 -> life.asked(at);
            case 4 -> life.becomes(TicketStatus.PENDING, at);
            case 5 -> life.becomes(TicketStatus.OPEN, at);
            case 6 -> life.becomes(TicketStatus.RESOLVED, at);
            case 7 -> life.assigned(at);
            case 8 -> life.weighs(Priority.ofCode(1 + random.nextInt(4)), at);
            default -> life.look(at);
        }
    }

    private static void assertSound(Life life, Instant at, int seed) {
        List<SlaClock> open = life.clocks.stream().filter(SlaClock::isOpen).toList();
        List<SlaClock> retold = life.retold();
        for (int i = 0; i < open.size(); i++) {
            SlaClock kept = open.get(i);
            SlaClock told = retold.get(i);
            assertThat(told.dueAt()).as("seed %s: %s", seed, kept).isEqualTo(kept.dueAt());
            assertThat(told.usedMicros(life.terms().hours(), at))
                    .as("seed %s: %s", seed, kept)
                    .isEqualTo(kept.usedMicros(life.terms().hours(), at));
            if (kept.state() == ClockState.RUNNING) {
                assertThat(kept.usedMicros(life.terms().hours(), kept.dueAt()))
                        .as("seed %s: %s", seed, kept)
                        .isEqualTo(kept.targetSeconds() * 1_000_000);
                assertThat(kept.dueAt()).isAfterOrEqualTo(at);
            }
        }
        List<String> missed = new ArrayList<>();
        life.events.stream()
                .filter(event -> event.what() == ClockTurning.Event.What.MISSED)
                .forEach(event ->
                        missed.add(event.clock().type() + "/" + event.clock().n()));
        assertThat(missed).as("seed %s", seed).doesNotHaveDuplicates();
    }

    private static OpenHours hours(Random random) {
        if (random.nextInt(3) == 0) {
            return OpenHours.ALWAYS;
        }
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int from = random.nextInt(12) * 60;
            week.put(
                    day,
                    random.nextInt(4) == 0
                            ? List.of()
                            : List.of(new OpenInterval(from, from + 60 + random.nextInt(600))));
        }
        week.put(DayOfWeek.MONDAY, List.of(new OpenInterval(9 * 60, 17 * 60)));
        return new OpenHours(new BusinessHours(
                ZoneId.of(random.nextBoolean() ? "Europe/Athens" : "America/New_York"), week, List.of(), Map.of()));
    }

    private static Instant after(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
