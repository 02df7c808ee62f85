package org.fourleaf.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.departments.SolveOrder;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketAssigning;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an agent the next ticket to solve, and takes it back when they do nothing with it. */
@Component
@Transactional
class TicketClaiming {

    /** So many looks, each deeper; the last is deeper than any number of agents that press at once. */
    private static final int LOOKS_MAX = 4;

    private static final int DEEPER = 8;

    private final ToSolveQuery queue;
    private final ClaimStore claims;
    private final RoutingSettingStore settings;
    private final Departments departments;
    private final TicketAssigning assigning;
    private final Log log;
    private final Clock clock;

    TicketClaiming(
            ToSolveQuery queue,
            ClaimStore claims,
            RoutingSettingStore settings,
            Departments departments,
            TicketAssigning assigning,
            Log log,
            Clock clock) {
        this.queue = queue;
        this.claims = claims;
        this.settings = settings;
        this.departments = departments;
        this.assigning = assigning;
        this.log = log;
        this.clock = clock;
    }

    /** The next ticket, now the agent's; none when there is nothing to solve. */
    Optional<UUID> next(Actor by) {
        by.mustHave(Permission.TICKETS_REPLY);
        UUID agent = by.agentId();
        DepartmentSight sight = departments.seenBy(by);
        Map<UUID, SolveOrder> piles = departments.solvedBy(by, agent);
        int depth = ToSolveQuery.DEPTH;
        for (int look = 0; look < LOOKS_MAX; look++) {
            Instant now = clock.instant();
            Optional<UUID> found =
                    queue.lockFamiliar(by.workspace(), agent, sight.ids(), List.copyOf(piles.keySet()), now);
            if (found.isEmpty()) {
                found = queue.lockNext(by.workspace(), agent, piles, depth, now);
            }
            if (found.isPresent() && claim(by, found.get(), agent)) {
                return found;
            }
            depth *= DEEPER;
        }
        return Optional.empty();
    }

    long count(Actor by) {
        if (!by.isAgent() || !by.may(Permission.TICKETS_REPLY)) {
            return 0;
        }
        return queue.count(
                by.workspace(),
                by.agentId(),
                departments.seenBy(by).ids(),
                departments.solvedBy(by, by.agentId()).keySet(),
                clock.instant());
    }

    /** @return false when the same agent got it a moment ago */
    boolean claim(Actor by, UUID id, UUID agent) {
        Ticket was = assigning.lock(by, id).orElseThrow();
        Ticket mine = assigning.assign(by, was, agent);
        // Taken after the assignment was written, so that it is no act of the claimer's.
        Instant now = clock.instant();
        Claim claim = new Claim(
                id,
                agent,
                was.assignee(),
                now,
                now.plus(settings.of(by.workspace()).giveBackAfter()));
        if (!claims.put(by.workspace(), claim, !agent.equals(was.assignee()))) {
            return false;
        }
        log.write(by, new TicketClaimed(id, agent, mine.department()), now);
        return true;
    }

    /** Ends one claim whose time is up: its ticket becomes whose it was, unless the claimer did something with it. */
    void giveBack(Actor by, UUID id, Instant now) {
        Ticket ticket = assigning.lock(by, id).orElseThrow();
        Optional<Claim> unused = claims.unused(by.workspace(), id);
        if (unused.isPresent()) {
            if (unused.get().until().isAfter(now)) {
                return;
            }
            giveBack(by, ticket, unused.get(), now);
        }
        claims.remove(by.workspace(), id);
    }

    /** Ends one claim of an agent who goes, whether its time is up or not. */
    void giveBackFrom(Actor by, UUID id, UUID agent, Instant now) {
        Ticket ticket = assigning.lock(by, id).orElseThrow();
        Optional<Claim> unused = claims.unused(by.workspace(), id);
        if (unused.isPresent()) {
            if (!unused.get().agent().equals(agent)) {
                return;
            }
            giveBack(by, ticket, unused.get(), now);
        }
        claims.remove(by.workspace(), id);
    }

    private void giveBack(Actor by, Ticket ticket, Claim claim, Instant now) {
        boolean theirs = claim.agent().equals(ticket.assignee());
        if (theirs && ticket.mergedInto() == null && ticket.status().isWaiting()) {
            assigning.assign(by, ticket, owner(by, ticket, claim));
            long seconds = Duration.between(claim.claimedAt(), now).toSeconds();
            log.write(by, new TicketGivenBack(ticket.id(), claim.agent(), ticket.department(), seconds), now);
        }
    }

    private @Nullable UUID owner(Actor by, Ticket ticket, Claim claim) {
        UUID before = claim.assigneeBefore();
        return before != null && departments.agentSees(by, before, ticket.department()) ? before : null;
    }
}
