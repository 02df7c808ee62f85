package org.fourleaf.tickets;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes tags off tickets that were merged or deleted, a batch a transaction: at once as far as a caller waits, the rest by the clock.
 * What is done stays done, whatever breaks.
 */
@Component
class TagFollowing {

    static final int TICKETS_AT_ONCE = 200;

    private static final Duration CALLER_WAITS = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int WORKS_PER_ROUND = 20;

    private final TagWorkStore store;
    private final TransactionOperations transaction;

    TagFollowing(TagWorkStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** After the commit of the merge or deletion, in the caller's thread. */
    void soon(UUID workspace, TagWork work) {
        follow(workspace, work, CALLER_WAITS);
    }

    /** What callers left. */
    void round(UUID workspace) {
        List<TagWork> left = transaction.execute(status -> store.left(workspace, WORKS_PER_ROUND));
        if (left != null) {
            left.forEach(work -> follow(workspace, work, ROUND));
        }
    }

    private void follow(UUID workspace, TagWork work, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch(workspace, work)));
        }
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
