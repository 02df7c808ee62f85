package org.fourleaf.levels;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the levels of those who did something. */
@Configuration(proxyBeanMethods = false)
class LevelWork {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> grantLevels(WorkspaceList workspaces, LevelGranting granting) {
        return Tasks.recurring("grant-levels", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    while (granting.grantDue(Actor.clock(workspace))) {
                        // The next agents.
                    }
                }));
    }
}
