package org.fourleaf.slas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DueStanding;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of one ticket's clocks, from what the ticket is now and what its clocks were. Pure, so that a ticket's life told
 * again gives the same clocks.
 *
 * <p>Done at its due time is in time. What is resolved without an answer, spam, deleted or merged away closes what it still owed as not
 * applicable; coming back it owes the rest, and the time between counts as a pause. A missed clock stays missed, and is owed until it is
 * done.
 */
final class ClockTurning {

    /** What happened to a clock. @param seconds used up of its target by then */
    record Event(SlaClock clock, What what, Instant at, long seconds) {
        enum What {
            MET,
            MISSED,
            NOT_APPLICABLE,
            DUE_SOON
        }
    }

    /** @param due the nearest one that runs or is late; none where nothing runs */
    record Outcome(
            List<SlaClock> changed,
            List<Event> events,
            @Nullable Instant due,
            DueStanding standing) {}

    /** Whether a promise is still owed, and since when. */
    private sealed interface Need {
        record Owed(Instant since) implements Need {}

        record Done(Instant at) implements Need {}

        record Gone() implements Need {}
    }

    private final Ticket ticket;
    private final @Nullable Terms terms;
    private final @Nullable Timeline timeline;
    private final Instant now;
    private final Map<ClockType, SlaClock> clocks = new EnumMap<>(ClockType.class);
    private final List<SlaClock> changed = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private ClockTurning(Ticket ticket, @Nullable Terms terms, @Nullable Timeline timeline, Instant now) {
        this.ticket = ticket;
        this.terms = terms;
        this.timeline = timeline;
        this.now = now;
    }

    /**
     * @param terms none: nothing is promised any more
     * @param latest the last clock of each type
     * @param timeline needed only where the terms are other than those the clocks were kept by, or there are no clocks yet
     */
    static Outcome turn(
            Ticket ticket, @Nullable Terms terms, List<SlaClock> latest, @Nullable Timeline timeline, Instant now) {
        ClockTurning turning = new ClockTurning(ticket, terms, timeline, now);
        latest.forEach(clock -> turning.clocks.put(clock.type(), clock));
        for (ClockType type : ClockType.values()) {
            turning.turn(type);
        }
        return turning.outcome();
    }

    private void turn(ClockType type) {
        SlaClock was = clocks.get(type);
        Long target = terms == null ? null : terms.target(type, ticket.priority());
        Need need = need(type);
        if (was != null && was.isOpen()) {
            if (terms == null || target == null) {
                keep(was, new ClockDraft(was).ended(now, events));
            } else {
                follow(type, was, terms, target, need);
            }
        } else if (terms != null && target != null && need instanceof Need.Owed(Instant since) && !isGone()) {
            if (was == null || (type == ClockType.NEXT_ANSWER && !since.equals(was.startedAt()))) {
                begin(type, was == null ? 1 : was.n() + 1, since, terms, target);
            } else if (was.metAt() == null) {
                keep(was, resumed(was, terms, target));
            }
        }
    }

    private void follow(ClockType type, SlaClock was, Terms by, long target, Need need) {
        ClockDraft draft = new ClockDraft(was).follow(by, target, ticket, timeline);
        switch (need) {
            case Need.Owed(Instant since)
            when type == ClockType.NEXT_ANSWER && !since.equals(was.startedAt()) -> {
                // Answered and asked again within one change.
                keep(was, draft.met(ticket.lastMessageAt(), events));
                begin(type, was.n() + 1, since, by, target);
            }
            case Need.Owed owed ->
                keep(was, isGone() ? draft.ended(goneAt(), events) : draft.stand(ticket, now, events));
            case Need.Done(Instant at) -> keep(was, draft.met(at, events));
            case Need.Gone gone -> keep(was, draft.ended(isGone() ? goneAt() : ticket.statusSince(), events));
        }
    }

    private void begin(ClockType type, int n, Instant since, Terms by, long target) {
        List<Instant> turns = timeline == null ? List.of() : timeline.turns(since, by);
        SlaClock fresh = ClockDraft.fresh(ticket, type, n, since, by, target, turns)
                .stand(ticket, now, events)
                .made();
        clocks.put(type, fresh);
        changed.add(fresh);
    }

    private ClockDraft resumed(SlaClock was, Terms by, long target) {
        Instant ended = Objects.requireNonNull(was.endedAt());
        Instant back = ticket.statusSince().isAfter(ended) ? ticket.statusSince() : now;
        return new ClockDraft(was)
                .resume(ended, back, by, target, ticket, timeline)
                .stand(ticket, now, events);
    }

    private void keep(SlaClock was, ClockDraft draft) {
        SlaClock now = draft.made();
        clocks.put(now.type(), now);
        if (!now.equals(was)) {
            changed.add(now);
        }
    }

    private Need need(ClockType type) {
        return switch (type) {
            case FIRST_ANSWER -> firstAnswer();
            case NEXT_ANSWER -> nextAnswer();
            case FIRST_ASSIGN ->
                ticket.firstAssignedAt() == null
                        ? new Need.Owed(ticket.createdAt())
                        : new Need.Done(ticket.firstAssignedAt());
            case FIRST_RESOLVE ->
                ticket.status() == TicketStatus.RESOLVED
                        ? new Need.Done(ticket.resolvedAt() == null ? ticket.statusSince() : ticket.resolvedAt())
                        : new Need.Owed(ticket.createdAt());
            case CHAT_PICKUP -> pickup(Channel.CHAT, TicketStatus.CHATTING);
            case CALL_PICKUP -> pickup(Channel.CALL, TicketStatus.CALLING);
        };
    }

    private Need firstAnswer() {
        if (ticket.firstAnsweredAt() != null) {
            return new Need.Done(ticket.firstAnsweredAt());
        }
        return isAskedAnew() ? new Need.Gone() : new Need.Owed(ticket.createdAt());
    }

    private Need nextAnswer() {
        if (ticket.waitingSince() == null) {
            return new Need.Done(ticket.lastMessageAt());
        }
        return ticket.firstAnsweredAt() != null || isAskedAnew()
                ? new Need.Owed(ticket.waitingSince())
                : new Need.Gone();
    }

    /** It was closed without any answer, and the customer wrote again: from then on it is the next answer that is owed. */
    private boolean isAskedAnew() {
        SlaClock first = clocks.get(ClockType.FIRST_ANSWER);
        return first != null
                && first.endedAt() != null
                && first.metAt() == null
                && ticket.waitingSince() != null
                && ticket.waitingSince().isAfter(first.endedAt());
    }

    private Need pickup(Channel channel, TicketStatus live) {
        if (ticket.channel() != channel) {
            return new Need.Gone();
        }
        if (ticket.status() == live) {
            return new Need.Done(ticket.statusSince());
        }
        return ticket.status() == TicketStatus.NEW ? new Need.Owed(ticket.createdAt()) : new Need.Gone();
    }

    private boolean isGone() {
        return ticket.mergedInto() != null || ticket.status().isOut() || ticket.status() == TicketStatus.RESOLVED;
    }

    private Instant goneAt() {
        return ticket.mergedInto() == null ? ticket.statusSince() : now;
    }

    private Outcome outcome() {
        @Nullable Instant due = null;
        DueStanding standing = DueStanding.NONE;
        for (SlaClock clock : clocks.values()) {
            if (clock.isOpen()) {
                DueStanding its = standing(clock);
                standing = pressing(its) > pressing(standing) ? its : standing;
                if (its != DueStanding.PAUSED && (due == null || clock.dueAt().isBefore(due))) {
                    due = clock.dueAt();
                }
            }
        }
        return new Outcome(List.copyOf(changed), List.copyOf(events), due, standing);
    }

    private static DueStanding standing(SlaClock clock) {
        return switch (clock.state()) {
            case MISSED -> DueStanding.OVERDUE;
            case PAUSED -> DueStanding.PAUSED;
            case RUNNING -> clock.warnedAt() == null ? DueStanding.RUNNING : DueStanding.DUE_SOON;
            case MET, NOT_APPLICABLE -> DueStanding.NONE;
        };
    }

    private static int pressing(DueStanding standing) {
        return switch (standing) {
            case NONE -> 0;
            case PAUSED -> 1;
            case RUNNING -> 2;
            case DUE_SOON -> 3;
            case OVERDUE -> 4;
        };
    }
}
