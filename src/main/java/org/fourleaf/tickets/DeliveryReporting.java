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
        UUID at = messages.setDelivery(by.workspace(), message, state).orElse(ticket);
        tickets.find(by.workspace(), at)
                .ifPresent(found -> log.write(by, new DeliveryChanged(at, found.department(), message, state)));
    }
}
