package org.fourleaf.quests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets by which activities steps were taken long ago; how many they were stays. */
@Configuration(proxyBeanMethods = false)
class QuestForgetting {

    static final Duration KEPT_FOR = Duration.ofDays(90);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final int AT_ONCE = 5_000;

    @Bean
    RecurringTask<Void> forgetQuestMarks(
            WorkspaceList workspaces, QuestProgressStore store, TransactionOperations transaction, Clock clock) {
        return Tasks.recurring("forget-quest-marks", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    boolean more = true;
                    while (more) {
                        more = Boolean.TRUE.equals(transaction.execute(status ->
                                store.forget(workspace, clock.instant().minus(KEPT_FOR), AT_ONCE)));
                    }
                }));
    }
}
