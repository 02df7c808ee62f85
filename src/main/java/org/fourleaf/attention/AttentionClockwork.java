package org.fourleaf.attention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Closes what agents looked at who left without a word, and forgets tabs long gone. */
@Configuration(proxyBeanMethods = false)
class AttentionClockwork {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int ROUNDS_MAX = 50;

    @Bean
    RecurringTask<Void> closeSilentViewings(WorkspaceList workspaces, TicketAttention attention) {
        return Tasks.recurring("close-silent-viewings", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    for (int round = 0; round < ROUNDS_MAX; round++) {
                        if (!attention.closeSilent(Actor.clock(workspace))) {
                            return;
                        }
                    }
                }));
    }
}
