package org.fourleaf.metrics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with figures that are being counted anew. */
@Configuration(proxyBeanMethods = false)
class FigureRebuildWork {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> rebuildFigures(WorkspaceList workspaces, FigureRebuilding rebuilding) {
        return Tasks.recurring("rebuild-figures", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    while (rebuilding.step(Actor.clock(workspace))) {
                        // The next rows.
                    }
                }));
    }
}
