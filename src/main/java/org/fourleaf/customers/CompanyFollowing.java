package org.fourleaf.customers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves the customers of companies that were merged or deleted, a batch a transaction: at once as far as a caller waits, the rest by the
 * clock. A batch takes tickets only, or customers only once all their tickets have moved, so nobody waits in a circle.
 */
@Component
class CompanyFollowing {

    static final int CUSTOMERS_AT_ONCE = 200;

    private static final Duration CALLER_WAITS = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int WORKS_PER_ROUND = 20;

    private final CompanyWorkStore store;
    private final List<CompanyTies> ties;
    private final TransactionOperations transaction;

    CompanyFollowing(CompanyWorkStore store, List<CompanyTies> ties, TransactionOperations transaction) {
        this.store = store;
        this.ties = ties;
        this.transaction = transaction;
    }

    /** After the commit of the merge or deletion, in the caller's thread. */
    void soon(UUID workspace, CompanyWork work) {
        follow(workspace, work, CALLER_WAITS);
    }

    /** What callers left. */
    void round(UUID workspace) {
        List<CompanyWork> left = transaction.execute(status -> store.left(workspace, WORKS_PER_ROUND));
        if (left != null) {
            left.forEach(work -> follow(workspace, work, ROUND));
        }
    }

    private void follow(UUID workspace, CompanyWork work, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch(workspace, work)));
        }
    }

    /** @return whether there may be more for this thread to do */
    private boolean batch(UUID workspace, CompanyWork wanted) {
        Optional<CompanyWork> held = store.take(workspace, wanted.company());
        if (held.isEmpty()) {
            return false;
        }
        CompanyWork work = held.get();
        List<UUID> customers = store.customers(workspace, work.company(), CUSTOMERS_AT_ONCE);
        if (customers.isEmpty()) {
            store.finish(workspace, work.company());
            return false;
        }
        if (!tiesMoved(workspace, work, customers)) {
            store.move(workspace, work, customers);
        }
        return true;
    }

    private boolean tiesMoved(UUID workspace, CompanyWork work, List<UUID> customers) {
        UUID into = work.into();
        if (into == null) {
            return false;
        }
        Actor by =
                work.askedBy() == null ? Actor.system(workspace) : Actor.agent(workspace, work.askedBy(), "", Set.of());
        boolean moved = false;
        for (CompanyTies tie : ties) {
            moved |= tie.moveCompany(by, customers, work.company(), into);
        }
        return moved;
    }
}
