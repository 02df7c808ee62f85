package org.fourleaf.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails what is unread for long enough, and forgets what is old. */
@Configuration(proxyBeanMethods = false)
class NotificationClockwork {

    private static final Duration MAIL_EVERY = Duration.ofSeconds(30);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> mailUnreadNotifications(WorkspaceList workspaces, NoticeMailing mailing) {
        return Tasks.recurring("mail-unread-notifications", FixedDelay.of(MAIL_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> mailing.mailUnread(Actor.clock(workspace))));
    }

    @Bean
    RecurringTask<Void> forgetOldNotifications(WorkspaceList workspaces, NotificationReading reading) {
        return Tasks.recurring("forget-old-notifications", FixedDelay.of(FORGET_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> reading.forgetOld(Actor.clock(workspace))));
    }
}
