package org.fourleaf.tickets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.work.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes tags off tickets that were merged or deleted, a batch a transaction: at once as far as a caller waits, the rest by the clock.
 * What is done stays done, whatever breaks.
 */
@Component
class TagFollowing {

    static final int TICKETS_AT_ONCE = 200;

    private final TagWorkStore store;
    private final Batches<TagWork> batches;

    TagFollowing(TagWorkStore store, TransactionOperations transaction) {
        this.store = store;
        batches = new Batches<>(transaction, store::left, this::batch);
    }

    /** After the commit of the merge or deletion, in the caller's thread. */
    void soon(UUID workspace, TagWork work) {
        batches.soon(workspace, work);
    }

    /** What callers left. */
    void round(UUID workspace) {
        batches.round(workspace);
    }

    /** @return whether there may be more for this thread to do */
    private boolean batch(UUID workspace, TagWork wanted) {
        Optional<TagWork> held = store.take(workspace, wanted.tag());
        if (held.isEmpty()) {
            return false;
        }
        TagWork work = held.get();
        List<UUID> tickets = store.lockWearing(workspace, work.tag(), TICKETS_AT_ONCE);
        if (tickets.isEmpty()) {
            store.finish(workspace, work.tag());
            return false;
        }
        if (work.into() != null) {
            store.putOn(workspace, work, tickets);
        }
        store.takeOff(workspace, work.tag(), tickets);
        return true;
    }
}
