package org.fourleaf.customers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
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
    private final Log log;
    private final TransactionOperations transaction;

    CompanyFollowing(CompanyWorkStore store, List<CompanyTies> ties, Log log, TransactionOperations transaction) {
        this.store = store;
        this.ties = ties;
        this.log = log;
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
            finish(workspace, work);
            return false;
        }
        if (!tiesMoved(workspace, work, customers)) {
            store.move(workspace, work, customers);
        }
        return true;
    }

    private void finish(UUID workspace, CompanyWork work) {
        if (store.finish(workspace, work.company()) && work.into() != null) {
            // Whoever reads a company's customers from the log saw only some of them when it was merged.
            log.write(by(workspace, work), new CustomerChanged(null, work.into(), false));
        }
    }

    private boolean tiesMoved(UUID workspace, CompanyWork work, List<UUID> customers) {
        UUID into = work.into();
        if (into == null) {
            return false;
        }
        boolean moved = false;
        for (CompanyTies tie : ties) {
            moved |= tie.moveCompany(by(workspace, work), customers, work.company(), into);
        }
        return moved;
    }

    private static Actor by(UUID workspace, CompanyWork work) {
        return work.askedBy() == null ? Actor.system(workspace) : Actor.agent(workspace, work.askedBy(), "", Set.of());
    }
}
