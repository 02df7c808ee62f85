package org.fourleaf.attention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents look at tickets, write in them, and leave them; others see it and the time is counted. */
@Component
@Transactional
public class TicketAttention {

    /** A tab that is not heard of for so long has left. Browsers beat every 15 seconds. */
    static final Duration LASTS = Duration.ofSeconds(40);

    /** Then what was looked at goes into the log even while it goes on, so that figures are not far behind. */
    private static final Duration VIEWING_MAX = Duration.ofMinutes(15);
    /** Without a beat for so long the agent has left, tab or not. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(90);

    private static final int TABS_MAX = 100;
    private static final int CLOSED_AT_ONCE = 200;

    /** What a browser says. @param tab tells the tabs of one agent apart @param focused since this tab's last beat */
    record Beat(UUID tab, AttentionState state, Duration focused) {}

    /** What was made of it. */
    record Heard(List<Onlooker> others, Instant until, Duration counted) {}

    private final Tickets tickets;
    private final Departments departments;
    private final AttentionStore store;
    private final OnlookerQuery onlookers;
    private final ViewTimeStore times;
    private final List<AttentionWatch> watches;
    private final Log log;
    private final Clock clock;

    TicketAttention(
            Tickets tickets,
            Departments departments,
            AttentionStore store,
            OnlookerQuery onlookers,
            ViewTimeStore times,
            List<AttentionWatch> watches,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.departments = departments;
        this.store = store;
        this.onlookers = onlookers;
        this.times = times;
        this.watches = watches;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A condition that holds for tickets which somebody else has on screen at the moment, for statements that choose among tickets.
     *
     * @param ticketId the column of the ticket's id, such as {@code t.id}
     */
    public static Sql onScreenOfOthers(String ticketId, UUID workspace, UUID agent, Instant now) {
        return Sql.of(
                "exists (select 1 from ticket_attention on_screen where on_screen.workspace_id = ? and on_screen.ticket_id = "
                        + ticketId
                        + " and on_screen.agent_id <> ? and on_screen.until > ? and on_screen.state > 0)",
                workspace,
                agent,
                now);
    }

    /** @throws Refusal too many when the agent has {@value #TABS_MAX} tabs open */
    Heard beat(Actor by, String code, Beat beat) {
        Ticket ticket = tickets.readable(by, code);
        UUID agent = by.agentId();
        Instant now = clock.instant();
        Duration counted = count(by, ticket, beat, now);
        if (store.tabsOf(by.workspace(), agent, now) >= TABS_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY, "too-many-tabs", "So many tickets are on no screen. Wait half a minute.");
        }
        Instant until = now.plus(LASTS);
        boolean opens = watches.stream().anyMatch(watch -> watch.wantsOpening(by))
                && !store.looks(by.workspace(), ticket.id(), agent, now);
        if (store.put(by.workspace(), ticket.id(), agent, beat.tab, beat.state, now, until)) {
            log.ringAfterCommit(by.workspace());
        }
        if (opens) {
            log.write(
                    by,
                    new TicketOpenedOnScreen(
                            ticket.id(),
                            agent,
                            ticket.department(),
                            ticket.channel().code()));
        }
        List<Onlooker> others = onlookers.of(by, ticket.id(), departments.seenBy(by), now).stream()
                .filter(onlooker -> !onlooker.agent().id().equals(agent))
                .toList();
        return new Heard(others, until, counted);
    }

    /** The tab shows something else now, or is gone. */
    void leave(Actor by, String code, UUID tab, Duration focused) {
        Ticket ticket = tickets.readable(by, code);
        UUID agent = by.agentId();
        Instant now = clock.instant();
        count(by, ticket, new Beat(tab, AttentionState.VIEWING, focused), now);
        boolean left = store.leave(by.workspace(), ticket.id(), agent, tab, now);
        if (left) {
            log.ringAfterCommit(by.workspace());
        }
        if (!store.looks(by.workspace(), ticket.id(), agent, now)) {
            if (left && watches.stream().anyMatch(watch -> watch.wantsLeaving(by))) {
                log.write(
                        by,
                        new TicketLeftScreen(
                                ticket.id(),
                                agent,
                                ticket.department(),
                                ticket.channel().code()));
            }
            times.take(by.workspace(), ticket.id(), agent).ifPresent(viewing -> record(by, ticket, viewing));
        }
    }

    /** Writes down what agents looked at who left without a word. @return whether there may be more */
    boolean closeSilent(Actor by) {
        Instant now = clock.instant();
        List<ViewTimeStore.Viewing> silent = times.takeSilent(by.workspace(), now.minus(SILENCE_MAX), CLOSED_AT_ONCE);
        for (ViewTimeStore.Viewing viewing : silent) {
            tickets.byId(by, viewing.ticket()).ifPresent(ticket -> record(by, ticket, viewing));
        }
        store.forget(by.workspace(), now.minus(SILENCE_MAX));
        return silent.size() == CLOSED_AT_ONCE;
    }

    private Duration count(Actor by, Ticket ticket, Beat beat, Instant now) {
        UUID agent = by.agentId();
        // The clock first: beats of one agent are counted one after the other, whatever tab they come from.
        Instant countedUntil = times.lockClock(by.workspace(), agent, now);
        Instant lastBeat = store.lastBeat(by.workspace(), ticket.id(), agent, beat.tab, now)
                .orElse(null);
        FocusedTime time = FocusedTime.of(beat.focused, lastBeat, countedUntil, now);
        if (time.counted().isZero()) {
            return Duration.ZERO;
        }
        times.setClock(by.workspace(), agent, time.countedUntil());
        ViewTimeStore.Viewing viewing = times.add(by.workspace(), ticket.id(), agent, time.counted(), now);
        if (viewing.beganAt().isBefore(now.minus(VIEWING_MAX))) {
            times.take(by.workspace(), ticket.id(), agent).ifPresent(taken -> record(by, ticket, taken));
        }
        return time.counted();
    }

    private void record(Actor by, Ticket ticket, ViewTimeStore.Viewing viewing) {
        if (viewing.seconds() > 0) {
            log.write(
                    by,
                    new TicketViewed(
                            ticket.id(),
                            viewing.agent(),
                            ticket.department(),
                            ticket.channel().code(),
                            viewing.seconds()));
        }
    }
}
