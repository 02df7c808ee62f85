package org.fourleaf.ratings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends surveys when they are due; one node at a time. */
@Configuration(proxyBeanMethods = false)
class SurveyClockwork {

    private static final Duration MAIL_EVERY = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> mailSurveys(WorkspaceList workspaces, SurveyMailing mailing) {
        return Tasks.recurring("mail-surveys", FixedDelay.of(MAIL_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> mailing.mailDue(Actor.clock(workspace))));
    }
}
