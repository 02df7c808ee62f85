package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.AgentLeaving;
import org.fourleaf.people.Handover;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.PastLog;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tickets of an agent who goes become another's or nobody's, each with its line in the log; thousands in seconds. Those the
 * heir may not see become nobody's, so that they are found by whoever may.
 */
@Component
@Order(TicketAgentLeaving.AFTER_WHAT_IS_GIVEN_BACK)
class TicketAgentLeaving implements AgentLeaving {

    static final int AFTER_WHAT_IS_GIVEN_BACK = 100;

    private static final int PAGE = 1_000;

    private final HandoverStore store;
    private final Departments departments;
    private final TicketLevelSetting levels;
    private final PastLog log;
    private final Clock clock;

    TicketAgentLeaving(
            HandoverStore store, Departments departments, TicketLevelSetting levels, PastLog log, Clock clock) {
        this.store = store;
        this.departments = departments;
        this.levels = levels;
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Actor by, UUID agent, @Nullable Handover handover) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (handover == null) {
            return;
        }
        UUID to = handover.to();
        List<UUID> seen = to == null
                ? List.of()
                : store.departments(by.workspace(), agent).stream()
                        .filter(department -> departments.agentSees(by, to, department))
                        .toList();
        int inherited = 0;
        UUID newest = null;
        List<HandoverStore.Handed> page;
        do {
            Instant now = clock.instant();
            page = store.handSome(by.workspace(), agent, to, seen, now, PAGE);
            log.write(
                    by,
                    page.stream()
                            .flatMap(ticket -> facts(by, agent, ticket, now))
                            .map(fact -> log.line(fact, now))
                            .toList());
            for (HandoverStore.Handed ticket : page) {
                if (ticket.to() != null) {
                    inherited++;
                    newest = ticket.id();
                }
            }
            levels.lookAtAll(
                    by,
                    page.stream()
                            .filter(HandoverStore.Handed::first)
                            .map(HandoverStore.Handed::id)
                            .toList());
        } while (page.size() == PAGE);
        if (to != null && newest != null) {
            log.write(by, List.of(log.line(new TicketsHandedOver(to, agent, newest, inherited), clock.instant())));
        }
    }

    /** What {@link Transitions#move} writes of one ticket. */
    private static Stream<Fact> facts(Actor by, UUID from, HandoverStore.Handed ticket, Instant now) {
        UUID to = ticket.to();
        Fact assigned = new TicketAssigned(
                ticket.id(),
                to,
                from,
                ticket.department(),
                ticket.channel(),
                to != null && ticket.first() ? Transitions.seconds(ticket.createdAt(), now) : null,
                true);
        if (to == null) {
            return Stream.of(assigned);
        }
        return Stream.of(
                new TicketTransferred(
                        ticket.id(),
                        by.isAgent() ? by.id() : null,
                        ticket.department(),
                        ticket.department(),
                        ticket.department(),
                        from,
                        to,
                        ticket.channel()),
                assigned);
    }
}
