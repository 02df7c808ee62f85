package org.fourleaf.slas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketCode;
import org.fourleaf.tickets.TicketSla;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** A ticket's life, told event by event without a database: what becomes of its clocks. */
final class Life {

    private final UUID id = UUID.randomUUID();
    private final UUID department = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final TicketCode code = TicketCode.draw();
    private final Channel channel;
    private final Instant createdAt;
    private final List<Timeline.Stay> stays = new ArrayList<>();
    final List<SlaClock> clocks = new ArrayList<>();
    final List<ClockTurning.Event> events = new ArrayList<>();
    private Terms terms;
    private TicketStatus status = TicketStatus.NEW;
    private Priority priority = Priority.NORMAL;
    private Instant statusSince;
    private Instant lastMessageAt;
    private @Nullable Instant waitingSince;
    private @Nullable Instant firstAnsweredAt;
    private @Nullable Instant firstAssignedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable UUID mergedInto;
    private @Nullable Instant due;
    private DueStanding standing = DueStanding.NONE;

    Life(Instant createdAt, Terms terms) {
        this(createdAt, terms, Channel.EMAIL);
    }

    Life(Instant createdAt, Terms terms, Channel channel) {
        this.createdAt = createdAt;
        this.terms = terms;
        this.channel = channel;
        statusSince = createdAt;
        lastMessageAt = createdAt;
        waitingSince = createdAt;
        stays.add(new Timeline.Stay(createdAt, TicketStatus.NEW));
        look(createdAt);
    }

    static Terms terms(Targets targets, OpenHours hours, TicketStatus... pausing) {
        return new Terms(UUID.randomUUID(), 1, targets, hours, Set.of(pausing), 80);
    }

    /** One number of minutes for every priority. */
    static Targets.Each minutes(long minutes) {
        long seconds = Duration.ofMinutes(minutes).toSeconds();
        return new Targets.Each(seconds, seconds, seconds, seconds);
    }

    Life answered(Instant at, TicketStatus to) {
        firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
        waitingSince = null;
        lastMessageAt = at;
        become(at, to);
        return look(at);
    }

    Life answered(Instant at) {
        return answered(at, TicketStatus.ANSWERED);
    }

    Life asked(Instant at) {
        if (waitingSince == null || status == TicketStatus.RESOLVED) {
            waitingSince = at;
        }
        lastMessageAt = at;
        TicketStatus to = switch (status) {
            case ANSWERED, RESOLVED -> TicketStatus.OPEN;
            case PENDING, POSTPONED -> firstAnsweredAt == null ? TicketStatus.NEW : TicketStatus.OPEN;
            default -> status;
        };
        become(at, to);
        return look(at);
    }

    Life becomes(TicketStatus to, Instant at) {
        become(at, to);
        return look(at);
    }

    Life assigned(Instant at) {
        firstAssignedAt = firstAssignedAt == null ? at : firstAssignedAt;
        return look(at);
    }

    Life weighs(Priority to, Instant at) {
        priority = to;
        return look(at);
    }

    Life merged(Instant at) {
        mergedInto = UUID.randomUUID();
        stays.add(new Timeline.Stay(at, null));
        return look(at);
    }

    Life unmerged(Instant at) {
        mergedInto = null;
        stays.add(new Timeline.Stay(at, status));
        return look(at);
    }

    /** Another edition of the level, or another level. */
    Life under(Terms now, Instant at) {
        terms = now;
        return look(at);
    }

    private void become(Instant at, TicketStatus to) {
        if (to == status) {
            return;
        }
        status = to;
        statusSince = at;
        resolvedAt = to == TicketStatus.RESOLVED ? at : to.isOut() ? resolvedAt : null;
        stays.add(new Timeline.Stay(at, to));
    }

    /** Time goes on to this moment. */
    Life look(Instant now) {
        Ticket ticket = ticket();
        boolean edited = clocks.stream()
                .anyMatch(clock -> !clock.level().equals(terms.level()) || clock.stamp() != terms.stamp());
        ClockTurning.Outcome outcome =
                ClockTurning.turn(ticket, terms, latest(), edited ? new Timeline(stays) : null, now);
        for (SlaClock changed : outcome.changed()) {
            clocks.removeIf(clock -> clock.type() == changed.type() && clock.n() == changed.n());
            clocks.add(changed);
        }
        events.addAll(outcome.events());
        due = outcome.due();
        standing = outcome.standing();
        return this;
    }

    private List<SlaClock> latest() {
        return clocks.stream()
                .filter(clock ->
                        clocks.stream().noneMatch(other -> other.type() == clock.type() && other.n() > clock.n()))
                .toList();
    }

    /** The open clocks as they would be if nothing but the times of its statuses were known. */
    List<SlaClock> retold() {
        return clocks.stream()
                .filter(SlaClock::isOpen)
                .map(clock -> {
                    Terms again = new Terms(
                            terms.level(),
                            terms.stamp() + 1,
                            terms.targets(),
                            terms.hours(),
                            terms.pausing(),
                            terms.warningPercent());
                    return new ClockDraft(clock)
                            .follow(again, clock.targetSeconds(), ticket(), new Timeline(stays))
                            .made();
                })
                .toList();
    }

    SlaClock last(ClockType type) {
        return clocks.stream()
                .filter(clock -> clock.type() == type)
                .reduce((one, other) -> other.n() > one.n() ? other : one)
                .orElseThrow(() -> new AssertionError("no clock " + type));
    }

    boolean has(ClockType type) {
        return clocks.stream().anyMatch(clock -> clock.type() == type);
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    Instant due() {
        return due;
    }

    DueStanding standing() {
        return standing;
    }

    private Ticket ticket() {
        return new Ticket(
                id,
                code,
                "Broken printer",
                status,
                priority,
                "question",
                department,
                null,
                customer,
                null,
                channel,
                null,
                createdAt,
                lastMessageAt,
                statusSince,
                createdAt.plus(Ticket.ANSWER_TIME_DEFAULT),
                null,
                null,
                firstAssignedAt,
                firstAnsweredAt,
                resolvedAt,
                null,
                mergedInto,
                null,
                "",
                1,
                false,
                TicketSla.NONE,
                waitingSince,
                1);
    }
}
