package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.PastLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings tickets in that had their life elsewhere. Writes {@code ticket.imported} and no other fact: the figures of an imported past
 * come from imported activities. Nobody is mailed, no rule fires.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketImporting {

    private final PastTicketStore past;
    private final TicketStore tickets;
    private final MessageStore messages;
    private final TagStore tags;
    private final PastLog log;
    private final Clock clock;

    TicketImporting(
            PastTicketStore past, TicketStore tickets, MessageStore messages, TagStore tags, PastLog log, Clock clock) {
        this.past = past;
        this.tickets = tickets;
        this.messages = messages;
        this.tags = tags;
        this.log = log;
        this.clock = clock;
    }

    /** Tickets that are not here yet; many at once. */
    public void add(Actor by, List<PastTicket> arriving) {
        if (arriving.isEmpty()) {
            return;
        }
        past.insert(by.workspace(), arriving);
        Instant now = clock.instant();
        log.write(by, arriving.stream().map(ticket -> imported(ticket, now)).toList());
    }

    /**
     * Makes a ticket that was brought before look as it does there now. Messages are immutable: those later than what is here are
     * added, the others stay as they are.
     *
     * @throws Refusal conflict when the ticket was merged away meanwhile
     */
    public void change(Actor by, PastTicket wanted) {
        Ticket was = tickets.lock(by.workspace(), wanted.id()).orElseThrow(() -> Refusal.notFound("ticket"));
        was.mustBeWritable();
        Ticket now = was.withSubject(wanted.subject())
                .withPriority(wanted.priority())
                .withType(wanted.type())
                .withDepartment(wanted.department())
                .withAssignee(wanted.assignee(), wanted.createdAt())
                .withStatus(wanted.status(), wanted.statusSince(), wanted.postponedUntil());
        Instant newest = past.newestMessageAt(by.workspace(), wanted.id()).orElse(Instant.MIN);
        for (PastTicket.PastMessage message : wanted.messages()) {
            if (message.at().isAfter(newest)) {
                Message added = message.of(wanted.id());
                messages.insert(by.workspace(), added);
                now = now.withMessage(added);
            }
        }
        tickets.update(by, was, now);
        tickets.setFields(by.workspace(), wanted.id(), wanted.fieldsJson());
        wear(by.workspace(), now, wanted.tags());
        log.write(by, List.of(imported(wanted, clock.instant())));
    }

    /** The tag of the name, made when there is none. */
    @Transactional
    public UUID tag(Actor by, String name) {
        return tags.findOrInsert(by.workspace(), name);
    }

    /** Gives a tag that nobody dressed yet a colour and a description. */
    public void dressTag(Actor by, UUID tag, String colour, @Nullable String description) {
        tags.find(by.workspace(), tag)
                .filter(plain -> plain.colour().equals("gray") && plain.description() == null)
                .ifPresent(plain -> tags.update(
                        by.workspace(),
                        new Tag(plain.id(), plain.name(), colour, description, plain.archived(), plain.version())));
    }

    /** The tickets that were born here, by their codes; unknown ones are left out. */
    public Map<String, UUID> byCodes(Actor by, Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : past.idsByCode(by.workspace(), codes);
    }

    private void wear(UUID workspace, Ticket ticket, Set<UUID> wanted) {
        Set<UUID> worn = new HashSet<>(tags.of(workspace, ticket.id()));
        wanted.stream().filter(tag -> !worn.contains(tag)).forEach(tag -> tags.put(workspace, ticket, tag));
        worn.removeAll(wanted);
        tags.remove(workspace, ticket.id(), worn);
    }

    private PastLog.Line imported(PastTicket ticket, Instant now) {
        return log.line(
                new TicketImported(
                        ticket.id(),
                        ticket.customer(),
                        ticket.company(),
                        ticket.department(),
                        ticket.channel().code()),
                now);
    }
}
