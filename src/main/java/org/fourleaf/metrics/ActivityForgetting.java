package org.fourleaf.metrics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogForgetting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets the activities a workspace has kept for as long as it wants to, some at a time. Figures stay: reports of that time are what they
 * were, but lead to no activities any more and can't be counted anew.
 */
@Component
class ActivityForgetting {

    private static final int LINES_AT_ONCE = 2_000;

    private final KpiSettingStore settings;
    private final LogForgetting forgetting;
    private final Log log;
    private final TransactionOperations transaction;
    private final Clock clock;

    ActivityForgetting(
            KpiSettingStore settings,
            LogForgetting forgetting,
            Log log,
            TransactionOperations transaction,
            Clock clock) {
        this.settings = settings;
        this.forgetting = forgetting;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called in the workspace, outside any transaction. A kill in between leaves the rest to the next round. */
    void forgetOld(Actor by) {
        Integer months =
                transaction.execute(status -> settings.find(by.workspace()).keptMonths());
        if (months == null || months == KpiSettings.KEPT_FOR_EVER) {
            return;
        }
        Instant before =
                clock.instant().atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        long forgotten = 0;
        Optional<LogForgetting.Step> step = step(by, before, 0);
        while (step.isPresent()) {
            forgotten += step.get().forgotten();
            step = step(by, before, step.get().reached());
        }
        if (forgotten > 0) {
            long lines = forgotten;
            transaction.executeWithoutResult(status -> log.write(by, new ActivitiesForgotten(before, lines)));
        }
    }

    private Optional<LogForgetting.Step> step(Actor by, Instant before, long after) {
        Optional<LogForgetting.Step> step =
                transaction.execute(status -> forgetting.forget(by.workspace(), before, after, LINES_AT_ONCE));
        return step == null ? Optional.empty() : step;
    }

    /** Goes round the workspaces now and then. */
    @Configuration(proxyBeanMethods = false)
    static class Work {

        private static final Duration EVERY = Duration.ofHours(6);

        @Bean
        RecurringTask<Void> forgetActivities(WorkspaceList workspaces, ActivityForgetting forgetting) {
            return Tasks.recurring("forget-activities", FixedDelay.of(EVERY))
                    .execute((instance, context) ->
                            workspaces.forEach(workspace -> forgetting.forgetOld(Actor.clock(workspace))));
        }
    }
}
