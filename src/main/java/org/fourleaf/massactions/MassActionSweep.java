package org.fourleaf.massactions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets mass actions that nobody will take back any more. */
@Configuration(proxyBeanMethods = false)
class MassActionSweep {

    private static final Duration KEPT_FOR = Duration.ofDays(30);
    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgetMassActions(
            WorkspaceList workspaces, MassActionStore store, TransactionOperations transaction, Clock clock) {
        return Tasks.recurring("forget-mass-actions", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> transaction.executeWithoutResult(
                        status -> store.forget(workspace, clock.instant().minus(KEPT_FOR)))));
    }
}
