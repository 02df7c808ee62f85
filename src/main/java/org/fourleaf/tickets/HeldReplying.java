package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of answers that wait: sent when their time has come, once, whoever looks; sent now, moved to another time, or taken back
 * into their writer's draft. The ticket is locked first, the waiting answer second.
 */
@Component
@Transactional
public class HeldReplying {

    private final Tickets tickets;
    private final MessageStore messages;
    private final HeldReplyStore store;
    private final DraftStore drafts;
    private final AnswerDispatching dispatching;
    private final Transitions transitions;
    private final Log log;
    private final Clock clock;

    HeldReplying(
            Tickets tickets,
            MessageStore messages,
            HeldReplyStore store,
            DraftStore drafts,
            AnswerDispatching dispatching,
            Transitions transitions,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.messages = messages;
        this.store = store;
        this.drafts = drafts;
        this.dispatching = dispatching;
        this.transitions = transitions;
        this.log = log;
        this.clock = clock;
    }

    /** Those whose time has come. */
    @Transactional(readOnly = true)
    public List<UUID> due(Actor by, int limit) {
        return store.due(by.workspace(), clock.instant(), limit);
    }

    /** Its time has come: it goes out, or waits for an agent because of what happened meanwhile. */
    public void release(Actor by, UUID id) {
        UUID ticketId = messages.find(by.workspace(), id).map(Message::ticket).orElse(null);
        Ticket ticket = ticketId == null
                ? null
                : tickets.lockFollowingMerges(by, ticketId).orElse(null);
        HeldReply held = store.lock(by.workspace(), id).orElse(null);
        Message message = messages.find(by.workspace(), id).orElse(null);
        if (ticket == null
                || held == null
                || message == null
                || !isDue(held)
                || !message.ticket().equals(ticket.id())) {
            return; // somebody was faster, or it has moved; then the next round has it
        }
        HeldReply.Reason hindrance = held.hindrance(
                ticket, messages.wroteSince(by.workspace(), ticket.id(), held.heldAt()), message.aside());
        if (hindrance == null) {
            send(writer(by, message), ticket, message, held);
        } else {
            store.update(
                    by.workspace(),
                    new HeldReply(
                            id,
                            HeldReply.State.STOPPED,
                            held.heldAt(),
                            held.dueAt(),
                            held.status(),
                            held.disposition(),
                            hindrance));
            log.write(by, new MessageTakenBack(ticket.id(), null, ticket.department(), id, hindrance.json()));
        }
    }

    /** At once, whatever happened meanwhile. @throws Refusal conflict when it is sent already */
    public void sendNow(Actor by, String code, UUID id) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        Message message = waiting(by, ticket, id);
        HeldReply held = locked(by, id);
        if (ticket.status().isOut()) {
            throw Refusal.conflict("not-possible", "Restore the ticket first.");
        }
        send(writer(by, message), ticket, message, held);
    }

    /** Who does this has seen the ticket as it is now: only what happens after it stops it again. */
    public void reschedule(Actor by, String code, UUID id, Instant sendAt) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        Instant now = clock.instant();
        Timing.check(sendAt, now);
        waiting(by, ticket, id);
        HeldReply held = locked(by, id);
        store.update(
                by.workspace(),
                new HeldReply(id, HeldReply.State.SCHEDULED, now, sendAt, held.status(), held.disposition(), null));
        messages.setAt(by.workspace(), id, sendAt);
        log.write(
                by,
                new MessageScheduled(ticket.id(), by.isAgent() ? by.id() : null, ticket.department(), id, sendAt),
                now);
    }

    /** Its words and files are its writer's draft again, before what they have begun since. */
    public void takeBack(Actor by, String code, UUID id) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        Message message = waiting(by, ticket, id);
        HeldReply held = locked(by, id);
        store.delete(by.workspace(), id);
        messages.delete(by.workspace(), id);
        UUID writer = message.author().id();
        if (message.author().kind() == Actor.Kind.AGENT && writer != null) {
            DraftStore.Place place = new DraftStore.Place(by.workspace(), ticket.id(), writer, message.type());
            drafts.save(place, draft(drafts.find(place), message, held), null, null);
        }
        if (held.state() != HeldReply.State.UNDOABLE) {
            log.write(
                    by,
                    new MessageTakenBack(ticket.id(), by.isAgent() ? by.id() : null, ticket.department(), id, null));
        }
    }

    private Draft draft(Optional<Draft> begun, Message message, HeldReply held) {
        Content content = message.content();
        String html = content.html() == null ? HtmlText.fromText(content.text()) : content.html();
        Set<UUID> files = new LinkedHashSet<>(message.attachments());
        begun.ifPresent(draft -> files.addAll(draft.attachmentIds()));
        return new Draft(
                message.type(),
                html + begun.map(Draft::html).orElse(""),
                message.to(),
                message.cc(),
                message.bcc(),
                List.of(),
                List.copyOf(files),
                message.inReplyTo(),
                held.status(),
                clock.instant(),
                0);
    }

    private void send(Actor writer, Ticket ticket, Message message, HeldReply held) {
        store.delete(writer.workspace(), held.message());
        TicketStatus to = possible(writer, ticket, held);
        Ticket ended = to == null || held.disposition() == null
                ? ticket
                : transitions.ended(writer, ticket, held.disposition());
        dispatching.send(writer, ended, message, true, to);
    }

    /** Where it was to take the ticket may be no way any more; then it goes where an answer goes. */
    private @Nullable TicketStatus possible(Actor writer, Ticket ticket, HeldReply held) {
        TicketStatus wanted = held.status();
        if (wanted == null) {
            return null;
        }
        try {
            ticket.checkCanBecome(wanted);
            transitions.checkReady(writer, ticket, wanted, held.disposition());
            return wanted;
        } catch (Refusal changedMeanwhile) {
            return null;
        }
    }

    private boolean isDue(HeldReply held) {
        return held.state() != HeldReply.State.STOPPED && !held.dueAt().isAfter(clock.instant());
    }

    private Message waiting(Actor by, Ticket ticket, UUID id) {
        return messages.find(by.workspace(), id)
                .filter(found -> found.ticket().equals(ticket.id()))
                .orElseThrow(() -> Refusal.notFound("message"));
    }

    private HeldReply locked(Actor by, UUID id) {
        return store.lock(by.workspace(), id)
                .orElseThrow(() -> Refusal.conflict("already-sent", "It is sent already, or was never to be sent."));
    }

    /** It counts as its writer's, who may be asleep or gone by now. */
    private static Actor writer(Actor by, Message message) {
        Message.Author author = message.author();
        return new Actor(
                by.workspace(), author.kind(), author.id(), author.name(), EnumSet.of(Permission.TICKETS_REPLY));
    }
}
