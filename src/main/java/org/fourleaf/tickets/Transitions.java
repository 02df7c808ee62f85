package org.fourleaf.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves a locked ticket through its states and writes every fact of it. Saves nothing: the use case saves the ticket once, with all
 * that it did to it.
 */
@Component
class Transitions {

    private final TicketWords words;
    private final Log log;

    Transitions(TicketWords words, Log log) {
        this.words = words;
        this.log = log;
    }

    /** To another status, whoever moves it. @param until only for postponed */
    Ticket become(Actor by, Ticket was, TicketStatus to, Instant at, @Nullable Instant until) {
        Ticket now = was.withStatus(to, at, until);
        if (now.status() == was.status()) {
            return now;
        }
        if (to == TicketStatus.RESOLVED) {
            words.mustBeResolvable(by, was);
        }
        UUID agent = by.isAgent() ? by.id() : null;
        log.write(by, new TicketStatusChanged(was.id(), agent, was.department(), was.status(), to), at);
        int channel = was.channel().code();
        long age = seconds(was.createdAt(), at);
        if (was.status().isOut() && !to.isOut()) {
            log.write(by, new TicketRestored(was.id(), agent, was.department(), channel), at);
        } else if (to == TicketStatus.RESOLVED) {
            log.write(
                    by,
                    new TicketResolved(
                            was.id(), agent, was.department(), was.customer(), channel, was.disposition(), age),
                    at);
        } else if (to == TicketStatus.DELETED) {
            log.write(by, new TicketDeleted(was.id(), agent, was.department(), channel, age), at);
        } else if (to == TicketStatus.SPAM) {
            log.write(by, new TicketSpam(was.id(), agent, was.department(), channel), at);
        } else if (was.status() == TicketStatus.RESOLVED) {
            log.write(
                    by,
                    new TicketReopened(was.id(), was.assignee(), was.department(), was.customer(), channel, age),
                    at);
        }
        return now;
    }

    /** With the word for how its case ended. @throws Refusal invalid when the list has no such word */
    Ticket ended(Actor by, Ticket was, @Nullable String wanted) {
        String disposition = words.disposition(by, was.disposition(), wanted);
        if (Objects.equals(disposition, was.disposition())) {
            return was;
        }
        log.write(by, new TicketChanged(was.id(), by.isAgent() ? by.id() : null, was.department(), "disposition"));
        return was.withDisposition(disposition);
    }

    /** @throws Refusal invalid naming what it lacks before this status, ending as said */
    void checkReady(Actor by, Ticket ticket, TicketStatus to, @Nullable String disposition) {
        if (to == TicketStatus.RESOLVED && ticket.status() != to) {
            String ending = words.disposition(by, ticket.disposition(), disposition);
            words.mustBeResolvable(by, ending == null ? ticket : ticket.withDisposition(ending));
        }
    }

    /** To another department, another owner or both: one transfer, however much of it changes. An owner alone is an assignment. */
    Ticket move(Actor by, Ticket was, UUID department, @Nullable UUID owner, Instant at) {
        boolean departs = !was.department().equals(department);
        boolean changesOwner = !Objects.equals(was.assignee(), owner);
        int channel = was.channel().code();
        if (departs || (changesOwner && was.assignee() != null && owner != null)) {
            log.write(
                    by,
                    new TicketTransferred(
                            was.id(),
                            by.isAgent() ? by.id() : null,
                            was.department(),
                            was.department(),
                            department,
                            was.assignee(),
                            owner,
                            channel),
                    at);
        }
        if (!changesOwner) {
            return was.withDepartment(department);
        }
        boolean first = owner != null && was.firstAssignedAt() == null;
        log.write(
                by,
                new TicketAssigned(
                        was.id(),
                        owner,
                        was.assignee(),
                        department,
                        channel,
                        first ? seconds(was.createdAt(), at) : null,
                        null),
                at);
        return was.withDepartment(department).withAssignee(owner, at);
    }

    static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
