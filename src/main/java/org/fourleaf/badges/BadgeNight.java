package org.fourleaf.badges;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether a day has begun anywhere, and goes on with pasts that are played. */
@Configuration(proxyBeanMethods = false)
class BadgeNight {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration PLAY_EVERY = Duration.ofSeconds(5);

    /** The rest waits for the next look, so that a desk that was off for long holds up no other. */
    private static final int STEPS_AT_ONCE = 100;

    @Bean
    RecurringTask<Void> evaluateBadges(WorkspaceList workspaces, BadgeDays days, GameCalendar calendar) {
        return Tasks.recurring("evaluate-badges", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    int steps = 0;
                    while (steps < STEPS_AT_ONCE && days.step(Actor.clock(workspace), calendar.today(workspace))) {
                        steps++;
                    }
                }));
    }

    @Bean
    RecurringTask<Void> playPasts(WorkspaceList workspaces, BadgePlaying playing) {
        return Tasks.recurring("play-badges", FixedDelay.of(PLAY_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    while (playing.step(Actor.clock(workspace))) {
                        // The next badge.
                    }
                }));
    }
}
