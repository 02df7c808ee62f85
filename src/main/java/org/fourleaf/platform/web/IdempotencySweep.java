package org.fourleaf.platform.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets answers nobody will ask for again. */
@Configuration(proxyBeanMethods = false)
class IdempotencySweep {

    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> forgetIdempotency(IdempotencyStore store, Clock clock) {
        return Tasks.recurring("forget-idempotency", FixedDelay.of(EVERY))
                .execute((instance, context) -> store.forget(clock.instant().minus(KEPT_FOR)));
    }
}
