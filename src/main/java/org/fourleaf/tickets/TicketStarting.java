package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** An agent or a program begins a ticket: with what a customer said, or with a first mail to a customer. */
@Component
@Transactional
class TicketStarting {

    /**
     * @param direction whose words they are: the customer's, or ours to them
     * @param addressing only of what goes out
     * @param assignee who is to have it; null for nobody yet
     */
    record Start(
            TicketOpening.Opening opening,
            Customer customer,
            Direction direction,
            Content content,
            Addressing addressing,
            List<UUID> attachments,
            @Nullable ObjectNode fields,
            @Nullable UUID assignee) {}

    private final TicketOpening opening;
    private final TicketChanging changing;
    private final TicketReceiving receiving;
    private final TicketReplying replying;
    private final AttachmentStore attachments;
    private final CustomFields fields;

    TicketStarting(
            TicketOpening opening,
            TicketChanging changing,
            TicketReceiving receiving,
            TicketReplying replying,
            AttachmentStore attachments,
            CustomFields fields) {
        this.opening = opening;
        this.changing = changing;
        this.receiving = receiving;
        this.replying = replying;
        this.attachments = attachments;
        this.fields = fields;
    }

    /** @throws Refusal invalid for a file that is not a free upload of this agent, or an assignee who can't see the department */
    Ticket start(Actor by, Start start) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = opening.open(by, start.opening());
        if (start.fields() != null) {
            fields.set(by, ticket, start.fields());
        }
        if (start.assignee() != null) {
            ticket = changing.change(by, ticket.code().toString(), onlyAssignee(start.assignee()), null);
        }
        List<UUID> files = attachments.taken(by, ticket, start.attachments(), false);
        if (start.direction() == Direction.OUT) {
            replying.answer(
                    by,
                    ticket,
                    new TicketReplying.Words(
                            MessageType.REPLY, start.content(), start.addressing(), files, null, null, Timing.NOW));
        } else {
            receiving.receive(by, ticket, said(start, files));
        }
        opening.begin(by, ticket.id());
        return ticket;
    }

    private static TicketChanging.Change onlyAssignee(UUID agent) {
        return new TicketChanging.Change(
                null,
                Given.nothing(),
                Given.nothing(),
                null,
                null,
                Given.of(agent),
                null,
                Given.nothing(),
                null,
                null,
                null,
                null);
    }

    private static TicketReceiving.Incoming said(Start start, List<UUID> files) {
        Customer customer = start.customer();
        return new TicketReceiving.Incoming(
                new Message.Author(Actor.Kind.CUSTOMER, customer.id(), customer.name(), customer.email()),
                start.content(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                files,
                false,
                false,
                false);
    }
}
