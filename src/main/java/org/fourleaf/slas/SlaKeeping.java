package org.fourleaf.slas;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.TicketPicture;
import org.fourleaf.conditions.TicketPictureQuery;
import org.fourleaf.conditions.Viewer;
import org.fourleaf.people.Reference;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.PastLog;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketClocks;
import org.fourleaf.tickets.TicketSla;
import org.fourleaf.tickets.TicketSlaChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns the clocks of tickets in the transaction that changes them, and says which level a ticket gets. */
@Component
class SlaKeeping implements TicketClocks {

    private final LevelBooks books;
    private final ClockStore store;
    private final TicketPictureQuery pictures;
    private final PastLog log;
    private final Clock clock;

    SlaKeeping(LevelBooks books, ClockStore store, TicketPictureQuery pictures, PastLog log, Clock clock) {
        this.books = books;
        this.store = store;
        this.pictures = pictures;
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Ticket> keep(Actor by, List<Ticket> changed) {
        Instant now = clock.instant();
        LevelBook book = book(by.workspace(), changed);
        List<PastLog.Line> lines = new ArrayList<>();
        List<Ticket> tickets = changed.stream()
                .map(ticket -> succeeded(ticket, book, now, lines))
                .toList();
        Map<UUID, List<SlaClock>> latest =
                store.latest(by.workspace(), tickets.stream().map(Ticket::id).toList());
        Map<UUID, Timeline> timelines = timelines(by.workspace(), tickets, book, latest);
        List<SlaClock> turned = new ArrayList<>();
        List<Ticket> kept = new ArrayList<>();
        for (Ticket ticket : tickets) {
            ClockTurning.Outcome outcome = ClockTurning.turn(
                    ticket,
                    terms(ticket, book),
                    latest.getOrDefault(ticket.id(), List.of()),
                    timelines.get(ticket.id()),
                    now);
            turned.addAll(outcome.changed());
            outcome.events().forEach(event -> lines.add(log.line(fact(by, ticket, event), event.at())));
            kept.add(ticket.withDue(outcome.due(), outcome.standing()));
        }
        if (!turned.isEmpty()) {
            store.save(by.workspace(), turned);
        }
        log.write(by, lines);
        return kept;
    }

    /** A level that this node has not heard of was made just now, elsewhere. */
    private LevelBook book(UUID workspace, List<Ticket> tickets) {
        LevelBook book = books.of(workspace);
        boolean known = tickets.stream()
                .map(ticket -> ticket.sla().level())
                .allMatch(level -> level == null || book.knows(level));
        return known ? book : books.newest(workspace);
    }

    /** A deleted level's tickets are its successor's. */
    private Ticket succeeded(Ticket ticket, LevelBook book, Instant now, List<PastLog.Line> lines) {
        UUID level = ticket.sla().level();
        if (level == null
                || book.terms().containsKey(level)
                || !book.successors().containsKey(level)) {
            return ticket;
        }
        UUID heir = book.successors().get(level);
        TicketSla.Origin origin =
                heir == null ? TicketSla.Origin.NONE : ticket.sla().origin();
        lines.add(
                log.line(new TicketSlaChanged(ticket.id(), null, ticket.department(), level, heir, origin, null), now));
        return ticket.withSla(ticket.sla().with(heir, origin));
    }

    /** Only where pauses are to be told anew is the log asked. */
    private Map<UUID, Timeline> timelines(
            UUID workspace, List<Ticket> tickets, LevelBook book, Map<UUID, List<SlaClock>> latest) {
        List<Ticket> untold = new ArrayList<>();
        for (Ticket ticket : tickets) {
            Terms terms = terms(ticket, book);
            List<SlaClock> clocks = latest.getOrDefault(ticket.id(), List.of());
            boolean late = clocks.isEmpty() && ticket.statusSince().isAfter(ticket.createdAt());
            if (terms != null && (late || clocks.stream().anyMatch(clock -> isOutdated(clock, terms)))) {
                untold.add(ticket);
            }
        }
        return untold.isEmpty() ? Map.of() : store.timelines(workspace, untold);
    }

    private static boolean isOutdated(SlaClock clock, Terms terms) {
        return clock.metAt() == null && (!clock.level().equals(terms.level()) || clock.stamp() != terms.stamp());
    }

    private static @Nullable Terms terms(Ticket ticket, LevelBook book) {
        UUID level = ticket.sla().level();
        return level == null ? null : book.terms().get(level);
    }

    private static Fact fact(Actor by, Ticket ticket, ClockTurning.Event event) {
        SlaClock clock = event.clock();
        UUID agent = event.what() == ClockTurning.Event.What.MET && by.isAgent() ? by.id() : ticket.assignee();
        int channel = ticket.channel().code();
        return shape(event.what())
                .fact(
                        ticket.id(),
                        agent,
                        ticket.customer(),
                        ticket.department(),
                        channel,
                        clock.type(),
                        clock.level(),
                        event.seconds(),
                        clock.targetSeconds(),
                        clock.startedAt(),
                        clock.dueAt());
    }

    /** What all four have in common: only their kind differs. */
    private interface Shape {
        Fact fact(
                UUID ticket,
                @Nullable UUID agent,
                UUID customer,
                UUID department,
                int channel,
                ClockType clock,
                UUID level,
                long seconds,
                long targetSeconds,
                Instant startedAt,
                Instant dueAt);
    }

    private static Shape shape(ClockTurning.Event.What what) {
        return switch (what) {
            case MET -> SlaMet::new;
            case MISSED -> SlaMissed::new;
            case NOT_APPLICABLE -> SlaNotApplicable::new;
            case DUE_SOON -> SlaDueSoon::new;
        };
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Choice atBirth(Actor by, Ticket ticket) {
        LevelBook book = books.newest(by.workspace());
        if (!book.rules().isEmpty()) {
            TicketPicture picture = pictures.of(by, ticket);
            Viewer viewer = new Viewer(null, List.of(), clock.instant());
            for (LevelBook.Rule rule : book.rules()) {
                if (picture.fits(rule.condition(), viewer)) {
                    return new Choice(rule.level(), TicketSla.Origin.RULE, rule.id());
                }
            }
        }
        return ofDepartment(book, ticket.department());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Choice ofDepartment(Actor by, UUID department) {
        return ofDepartment(books.newest(by.workspace()), department);
    }

    private static Choice ofDepartment(LevelBook book, UUID department) {
        UUID level = book.departments().get(department);
        return new Choice(level, level == null ? TicketSla.Origin.NONE : TicketSla.Origin.DEPARTMENT, null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> find(Actor by, String reference) {
        LevelBook book = books.newest(by.workspace());
        String key = Texts.key(reference);
        return Reference.id(reference)
                .filter(id -> book.terms().containsKey(id))
                .or(() -> book.terms().keySet().stream()
                        .filter(id -> Texts.key(
                                        Objects.requireNonNull(book.names().get(id)))
                                .equals(key))
                        .findFirst());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> names(UUID workspace) {
        return books.of(workspace).names();
    }
}
