package org.fourleaf.routing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** What routing does at a time: claims nobody used go back. */
@Configuration(proxyBeanMethods = false)
class RoutingClockwork {

    private static final Duration GIVE_BACK_EVERY = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    @Bean
    RecurringTask<Void> giveBackClaims(
            WorkspaceList workspaces,
            ClaimStore claims,
            TicketClaiming claiming,
            TransactionOperations transaction,
            Clock clock) {
        return Tasks.recurring("give-back-claims", FixedDelay.of(GIVE_BACK_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    Instant now = clock.instant();
                    Actor by = Actor.clock(workspace);
                    List<UUID> due = transaction.execute(status -> claims.due(workspace, now, PAGE));
                    if (due != null) {
                        due.forEach(ticket -> claiming.giveBack(by, ticket, now));
                    }
                }));
    }
}
