package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends a written answer: gives it its recipients and names, queues it, and moves the ticket. The ticket is locked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AnswerDispatching {

    private final TicketStore store;
    private final MessageStore messages;
    private final Participants participants;
    private final Transitions transitions;
    private final List<ReplyOutlet> outlets;
    private final BusinessCalendars calendars;
    private final Log log;
    private final Clock clock;

    AnswerDispatching(
            TicketStore store,
            MessageStore messages,
            Participants participants,
            Transitions transitions,
            List<ReplyOutlet> outlets,
            BusinessCalendars calendars,
            Log log,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.participants = participants;
        this.transitions = transitions;
        this.outlets = outlets;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /** @param held whether it is stored already @param status where the ticket goes with it, if said */
    Message send(Actor by, Ticket ticket, Message written, boolean held, @Nullable TicketStatus status) {
        return send(by, ticket, written, held, status, false);
    }

    /** Counts as nobody's answer and moves nothing. */
    Message sendQuietly(Actor by, Ticket ticket, Message written) {
        return send(by, ticket, written, false, ticket.status(), true);
    }

    private Message send(
            Actor by, Ticket ticket, Message written, boolean held, @Nullable TicketStatus status, boolean quietly) {
        Instant now = clock.instant();
        Optional<ReplyOutlet> outlet = outlets.stream()
                .filter(candidate -> candidate.carries(ticket.channel()))
                .findFirst();
        ReplyOutlet.Dispatch dispatch = outlet.map(carrier -> carrier.prepare(by, ticket, outgoing(by, written)))
                .orElseGet(() -> nowhere(written));
        Message message = written.sentAs(dispatch, now);
        if (held) {
            messages.sent(by.workspace(), message);
        } else {
            messages.insert(by.workspace(), message);
        }
        outlet.ifPresent(carrier -> carrier.queue(by, ticket, message, dispatch));
        remember(by, ticket, message);
        Ticket changed = quietly ? ticket.withMessage(message).answeredAsBefore(ticket) : ticket.withMessage(message);
        if (message.aside()) {
            log.write(by, forwarded(by, ticket, message), now);
        } else {
            log.write(by, sent(by, ticket, message, now, quietly), now);
        }
        TicketStatus to = status != null ? status : message.aside() ? ticket.status() : TicketStatus.ANSWERED;
        store.update(by, ticket, transitions.become(by, changed, to, now, null));
        return message;
    }

    private ReplyOutlet.Outgoing outgoing(Actor by, Message written) {
        String answers = written.aside() && written.type() == MessageType.REPLY && written.inReplyTo() != null
                ? messages.find(by.workspace(), written.inReplyTo())
                        .map(Message::rfcMessageId)
                        .orElse(null)
                : null;
        return new ReplyOutlet.Outgoing(
                written.id(), written.to(), written.cc(), written.bcc(), written.aside(), answers);
    }

    /** Whom it went to takes part from now on; third parties aside. */
    private void remember(Actor by, Ticket ticket, Message message) {
        if (message.aside()) {
            message.to().forEach(address -> participants.addAside(by, ticket, address, null));
            message.cc().forEach(address -> participants.addAside(by, ticket, address, null));
        } else {
            message.cc().forEach(address -> participants.add(by, ticket, address, null));
            message.bcc().forEach(address -> participants.addBlind(by, ticket, address));
        }
    }

    private static ReplyOutlet.Dispatch nowhere(Message written) {
        return new ReplyOutlet.Dispatch(
                written.to(), written.cc(), written.bcc(), null, null, null, DeliveryState.NOT_DELIVERED, null);
    }

    private static MessageForwarded forwarded(Actor by, Ticket ticket, Message message) {
        return new MessageForwarded(
                ticket.id(),
                by.isAgent() ? by.id() : null,
                ticket.department(),
                ticket.channel().code(),
                message.id(),
                message.to().size() + message.cc().size() + message.bcc().size());
    }

    private MessageSent sent(Actor by, Ticket ticket, Message message, Instant now, boolean quietly) {
        boolean answersWaiting = ticket.status().isWaiting() && !quietly;
        return new MessageSent(
                ticket.id(),
                by.isAgent() ? by.id() : null,
                ticket.customer(),
                ticket.department(),
                ticket.channel().code(),
                message.id(),
                message.length(),
                answersWaiting ? ticket.status() : null,
                answersWaiting ? Transitions.seconds(ticket.statusSince(), now) : null,
                answersWaiting
                        ? calendars
                                .secondsBetween(by, ticket.department(), ticket.statusSince(), now)
                                .orElse(null)
                        : null);
    }
}
