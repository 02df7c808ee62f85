package org.fourleaf.rules;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets what rules did long ago. */
@Configuration(proxyBeanMethods = false)
class RuleClockwork {

    static final int KEPT_DAYS = 90;

    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetRuleRuns(
            WorkspaceList workspaces, RuleRunStore runs, TransactionOperations transaction, Clock clock) {
        return Tasks.recurring("forget-rule-runs", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> transaction.executeWithoutResult(
                        status -> runs.forget(workspace, clock.instant().minus(Duration.ofDays(KEPT_DAYS))))));
    }
}
