package org.fourleaf.quests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.boards.Standings;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at what quests measure, wherever more was counted. */
@Configuration(proxyBeanMethods = false)
class QuestClockwork {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** Days begin, quests are made, and time online grows while nothing is counted. */
    private static final Duration LOOK_ANYWAY_AFTER = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> measureQuests(WorkspaceList workspaces, QuestMeasuring measuring, Standings standings) {
        Cache<UUID, String> seen =
                Caffeine.newBuilder().expireAfterWrite(LOOK_ANYWAY_AFTER).build();
        return Tasks.recurring("measure-quests", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    String counted = Objects.requireNonNullElse(standings.position(workspace), "");
                    if (!counted.equals(seen.getIfPresent(workspace))) {
                        seen.put(workspace, counted);
                        measuring.look(workspace);
                    }
                }));
    }
}
