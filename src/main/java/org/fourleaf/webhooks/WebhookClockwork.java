package org.fourleaf.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** Forgets calls that are long over. */
@Configuration(proxyBeanMethods = false)
class WebhookClockwork {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> forgetWebhookDeliveries(
            WorkspaceList workspaces, DeliveryStore deliveries, TransactionOperations transaction, Clock clock) {
        return Tasks.recurring("forget-webhook-deliveries", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> transaction.executeWithoutResult(
                        status -> deliveries.forget(workspace, clock.instant().minus(KEPT)))));
    }
}
