package org.fourleaf.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets expired sessions, and failed sign-ins after a day. */
@Configuration(proxyBeanMethods = false)
class SignInSweep {

    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    RecurringTask<Void> forgetOldSignIns(SignInFailureStore store, Clock clock) {
        return Tasks.recurring("forget-old-sign-ins", FixedDelay.of(EVERY))
                .execute((instance, context) -> store.forgetOld(clock.instant()));
    }
}
