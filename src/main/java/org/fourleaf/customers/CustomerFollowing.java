package org.fourleaf.customers;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what follows from a merge or an erasure, a batch a transaction: at once as far as a caller waits, the rest by the clock. Batches
 * take tickets only, the merge and the erasure before them took customers only, so nobody waits in a circle.
 */
@Configuration(proxyBeanMethods = false)
class CustomerFollowing {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration CALLER_WAITS = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int WORKS_PER_ROUND = 20;

    private final CustomerWorkStore store;
    private final List<CustomerTies> ties;
    private final TransactionOperations transaction;
    private final Clock clock;

    CustomerFollowing(
            CustomerWorkStore store, List<CustomerTies> ties, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.ties = ties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> followCustomers(WorkspaceList workspaces) {
        return Tasks.recurring("follow-customers", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    List<CustomerWork> left = transaction.execute(status -> store.left(workspace, WORKS_PER_ROUND));
                    if (left != null) {
                        left.forEach(work -> follow(workspace, work, ROUND));
                    }
                }));
    }

    @Bean
    RecurringTask<Void> followCompanies(WorkspaceList workspaces, CompanyFollowing companies) {
        return Tasks.recurring("follow-companies", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(companies::round));
    }

    /** After the commit of the merge or erasure, in the caller's thread. */
    void soon(UUID workspace, CustomerWork work) {
        follow(workspace, work, CALLER_WAITS);
    }

    private void follow(UUID workspace, CustomerWork work, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch(workspace, work)));
        }
    }

    /** @return whether there may be more for this thread to do */
    private boolean batch(UUID workspace, CustomerWork wanted) {
        Optional<CustomerWork> held = store.take(workspace, wanted);
        if (held.isEmpty()) {
            return false;
        }
        CustomerWork work = held.get();
        Actor by =
                work.askedBy() == null ? Actor.system(workspace) : Actor.agent(workspace, work.askedBy(), "", Set.of());
        UUID into = work.into();
        for (CustomerTies tie : ties) {
            boolean more = into == null
                    ? tie.erase(by, new CustomerTies.Erased(work.customer(), work.addresses(), work.names()))
                    : tie.move(by, work.customer(), into);
            if (more) {
                return true;
            }
        }
        store.done(workspace, work, clock.instant());
        return false;
    }
}
