package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An agent writes, pauses, comes back. Drafts belong to their agent alone: nobody else ever sees one, a change of owner or department
 * touches none, and those of a deactivated agent wait for as long as their ticket is there.
 */
@Component
@Transactional
public class Drafting {

    /** Older words are kept so long. */
    static final Duration PAST_KEPT = Duration.ofDays(30);

    private final Tickets tickets;
    private final DraftStore store;
    private final AttachmentStore attachments;
    private final Clock clock;

    Drafting(Tickets tickets, DraftStore store, AttachmentStore attachments, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** @throws Refusal stale when another version is there than expected */
    Draft save(Actor by, String code, Draft draft, @Nullable Long expected, @Nullable UUID tab) {
        Ticket ticket = tickets.readable(by, code);
        attachments.mustBeFree(by, draft.attachmentIds());
        DraftStore.Place place = place(by, ticket, draft.type());
        store.save(place, draft, expected, tab).orElseThrow(Refusal::stale);
        return store.find(place).map(saved -> complete(by, saved)).orElseThrow(() -> Refusal.notFound("draft"));
    }

    /** @param type none for all of them */
    void takeBack(Actor by, String code, @Nullable MessageType type) {
        Ticket ticket = tickets.readable(by, code);
        for (MessageType each : type == null ? List.of(MessageType.values()) : List.of(type)) {
            store.takeBack(place(by, ticket, each));
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Draft> of(Actor by, String code) {
        UUID ticket = tickets.readable(by, code).id();
        return store.of(by.workspace(), ticket, by.agentId()).stream()
                .map(draft -> complete(by, draft))
                .toList();
    }

    /** Older words, the newest first; of the files only those that were not sent meanwhile. */
    @Transactional(readOnly = true)
    List<Draft> past(Actor by, String code, MessageType type) {
        return store.past(place(by, tickets.readable(by, code), type)).stream()
                .map(draft -> complete(by, draft))
                .toList();
    }

    void forgetPast(Actor by) {
        store.forgetPast(by.workspace(), clock.instant().minus(PAST_KEPT));
    }

    private Draft complete(Actor by, Draft draft) {
        return draft.with(
                draft.attachmentIds().isEmpty()
                        ? List.of()
                        : attachments.unsent(by.workspace(), draft.attachmentIds()));
    }

    private static DraftStore.Place place(Actor by, Ticket ticket, MessageType type) {
        return new DraftStore.Place(by.workspace(), ticket.id(), by.agentId(), type);
    }
}
