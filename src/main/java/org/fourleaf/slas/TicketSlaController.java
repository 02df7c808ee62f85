package org.fourleaf.slas;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendar;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketSla;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a ticket was promised, over HTTP. */
@RestController
class TicketSlaController {

    private static final int CLOCKS_MAX = 100;

    /**
     * A ticket's clocks in the order they started, the newest {@value #CLOCKS_MAX}.
     *
     * @param origin how it got its level
     * @param rule the assignment rule that gave it, where one did and is still there
     * @param givenAt when it got it
     */
    record Promises(
            SlaLevel.@Nullable Name level,
            TicketSla.Origin origin,
            SlaLevel.@Nullable Name rule,
            @Nullable Instant givenAt,
            @Nullable String givenBy,
            DueStanding standing,
            Instant dueAt,
            List<ClockCard> clocks) {}

    private final Tickets tickets;
    private final ClockStore store;
    private final RuleStore rules;
    private final LevelStore levels;
    private final LevelBooks books;
    private final BusinessCalendars calendars;
    private final Clock clock;

    TicketSlaController(
            Tickets tickets,
            ClockStore store,
            RuleStore rules,
            LevelStore levels,
            LevelBooks books,
            BusinessCalendars calendars,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.rules = rules;
        this.levels = levels;
        this.books = books;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/api/v1/tickets/{code}/sla")
    @Transactional(readOnly = true)
    public Promises of(Actor by, @PathVariable String code) {
        Ticket ticket = tickets.readable(by, code);
        LevelBook book = books.newest(by.workspace());
        Map<UUID, @Nullable BusinessCalendar> hours = calendars(by);
        Instant now = clock.instant();
        List<ClockCard> cards = new ArrayList<>();
        for (SlaClock one : store.all(by.workspace(), ticket.id(), CLOCKS_MAX)) {
            cards.add(card(one, book, hours, now));
        }
        UUID level = ticket.sla().level();
        ClockStore.Given given = store.given(by.workspace(), ticket.id()).orElse(null);
        return new Promises(
                level == null ? null : new SlaLevel.Name(level, book.names().getOrDefault(level, "")),
                ticket.sla().origin(),
                given == null || given.rule() == null
                        ? null
                        : rules.find(by.workspace(), given.rule())
                                .map(rule -> new SlaLevel.Name(rule.id(), rule.name()))
                                .orElse(null),
                given == null ? null : given.at(),
                given == null ? null : given.by(),
                ticket.sla().standing(),
                ticket.dueAt(),
                cards);
    }

    private static ClockCard card(
            SlaClock one, LevelBook book, Map<UUID, @Nullable BusinessCalendar> hours, Instant now) {
        Terms terms = book.terms().get(one.level());
        OpenHours counted = terms == null ? OpenHours.ALWAYS : terms.hours();
        Instant until = one.endedAt() == null ? now : one.endedAt();
        long used = one.usedSeconds(counted, until);
        return new ClockCard(
                one.type(),
                one.state(),
                one.isOpen(),
                new SlaLevel.Name(one.level(), book.names().getOrDefault(one.level(), "")),
                one.priority(),
                one.targetSeconds(),
                used,
                one.targetSeconds() - used,
                one.pausedSeconds(until),
                one.startedAt(),
                one.dueAt(),
                one.warnAt(),
                one.warnedAt(),
                one.metAt(),
                one.missedAt(),
                one.endedAt(),
                DueTelling.tell(one, counted, hours.get(one.level())));
    }

    /** The calendar of each level. */
    private Map<UUID, @Nullable BusinessCalendar> calendars(Actor by) {
        Map<UUID, BusinessCalendar> all = new HashMap<>();
        calendars.all(by).forEach(calendar -> all.put(calendar.id(), calendar));
        Map<UUID, @Nullable BusinessCalendar> each = new HashMap<>();
        levels.all(by.workspace()).forEach(level -> each.put(level.id(), all.get(level.calendar())));
        return each;
    }
}
