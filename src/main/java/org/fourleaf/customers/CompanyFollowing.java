package org.fourleaf.customers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.work.Batches;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves the customers of companies that were merged or deleted, a batch a transaction: at once as far as a caller waits, the rest by the
 * clock. A batch takes tickets only, or customers only once all their tickets have moved, so nobody waits in a circle.
 */
@Component
class CompanyFollowing {

    static final int CUSTOMERS_AT_ONCE = 200;

    private final CompanyWorkStore store;
    private final List<CompanyTies> ties;
    private final Log log;
    private final Batches<CompanyWork> batches;

    CompanyFollowing(CompanyWorkStore store, List<CompanyTies> ties, Log log, TransactionOperations transaction) {
        this.store = store;
        this.ties = ties;
        this.log = log;
        batches = new Batches<>(transaction, store::left, this::batch);
    }

    /** After the commit of the merge or deletion, in the caller's thread. */
    void soon(UUID workspace, CompanyWork work) {
        batches.soon(workspace, work);
    }

    /** What callers left. */
    void round(UUID workspace) {
        batches.round(workspace);
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
