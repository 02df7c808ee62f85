package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.fourleaf.people.ErasedAgent;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an erased agent wrote to customers stays, under a neutral word; what they only began goes. Texts are not searched for their name. */
@Component
@Order(AgentTraces.BEFORE_SEARCH)
class AgentTraces implements AgentTies {

    static final int BEFORE_SEARCH = 100;

    private static final int MESSAGES_AT_ONCE = 5_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final AgentTraceStore store;
    private final Blobs blobs;

    AgentTraces(AgentTraceStore store, Blobs blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    @Override
    public List<AgentTie> ties() {
        return List.of(
                AgentTie.removed("draft", "agent_id"),
                AgentTie.removed("draft_past", "agent_id"),
                AgentTie.removed("canned_message", "agent_id"),
                AgentTie.kept("ticket", "assignee_id", "whose it was, by an id"),
                AgentTie.kept("message", "author_id", "who answered, by an id; the name beside it is replaced"),
                AgentTie.kept("attachment", "added_by", "an id"));
    }

    /** @param place the message it goes on after */
    @Override
    public @Nullable String erase(Actor by, ErasedAgent who, @Nullable String place) {
        UUID workspace = by.workspace();
        if (place == null) {
            blobs.forgetAfterCommit(workspace, store.removeDrafts(workspace, who.agent()));
        }
        UUID after = place == null ? FIRST : UUID.fromString(place);
        return store.rename(workspace, who.agent(), who.word(), after, MESSAGES_AT_ONCE)
                .map(UUID::toString)
                .orElse(null);
    }
}
