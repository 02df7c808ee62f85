package org.fourleaf.invitations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Sends what could not be sent at once, and forgets what expired long ago. */
@Configuration(proxyBeanMethods = false)
class AccessClockwork {

    private static final Duration MAIL_EVERY = Duration.ofSeconds(30);
    private static final Duration FORGET_EVERY = Duration.ofHours(6);
    /** So long an admin sees that an invitation expired. */
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> mailAccessLinks(WorkspaceList workspaces, AccessMailing mailing) {
        return Tasks.recurring("mail-access-links", FixedDelay.of(MAIL_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> mailing.mailDue(Actor.clock(workspace))));
    }

    @Bean
    RecurringTask<Void> forgetAccessLinks(
            WorkspaceList workspaces, AccessLinkStore store, TransactionOperations transaction, Clock clock) {
        return Tasks.recurring("forget-access-links", FixedDelay.of(FORGET_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> transaction.executeWithoutResult(
                        status -> store.forget(workspace, clock.instant().minus(SHOWN_FOR)))));
    }
}
