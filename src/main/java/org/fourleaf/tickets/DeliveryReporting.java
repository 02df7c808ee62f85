package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An answer's way became known: kept with the message and told to whoever looks at the ticket. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeliveryReporting {

    private final MessageStore messages;
    private final TicketStore tickets;
    private final Log log;

    DeliveryReporting(MessageStore messages, TicketStore tickets, Log log) {
        this.messages = messages;
        this.tickets = tickets;
        this.log = log;
    }

    public void report(Actor by, UUID ticket, UUID message, DeliveryState state) {
        messages.setDelivery(by.workspace(), message, state);
        tickets.find(by.workspace(), ticket)
                .ifPresent(found -> log.write(by, new DeliveryChanged(ticket, found.department(), message, state)));
    }
}
