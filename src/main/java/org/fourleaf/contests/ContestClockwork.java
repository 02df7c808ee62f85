package org.fourleaf.contests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import org.fourleaf.boards.Standings;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether a contest can open, close or be finalised anywhere. */
@Configuration(proxyBeanMethods = false)
class ContestClockwork {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    /** From planned to finalised, when the server was off all along. */
    private static final int STEPS_MAX = 3;

    @Bean
    RecurringTask<Void> turnContests(WorkspaceList workspaces, ContestTurning turning, Standings standings) {
        return Tasks.recurring("turn-contests", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    Actor clock = Actor.clock(workspace);
                    LocalDate today = standings.today(workspace);
                    turning.due(clock, today).forEach(contest -> {
                        int steps = 0;
                        while (steps < STEPS_MAX && turning.step(clock, contest, today)) {
                            steps++;
                        }
                    });
                }));
    }
}
