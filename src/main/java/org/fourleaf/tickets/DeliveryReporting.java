package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.PastLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An answer's way became known: kept with the message and told to whoever looks at the ticket. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeliveryReporting {

    private final MessageStore messages;
    private final PastLog log;
    private final Clock clock;

    DeliveryReporting(MessageStore messages, PastLog log, Clock clock) {
        this.messages = messages;
        this.log = log;
        this.clock = clock;
    }

    /** Messages that are gone meanwhile are left out. Delayed once more is no news: a desk without a server would write it all day. */
    public void report(Actor by, Collection<UUID> ofMessages, DeliveryState state) {
        if (ofMessages.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        log.write(
                by,
                messages.setDelivery(by.workspace(), ofMessages, state).stream()
                        .filter(at -> at.changed() || state != DeliveryState.DELAYED)
                        .map(at ->
                                log.line(new DeliveryChanged(at.ticket(), at.department(), at.message(), state), now))
                        .toList());
    }
}
