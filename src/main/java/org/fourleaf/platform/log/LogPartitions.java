package org.fourleaf.platform.log;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the log's partitions two months ahead, at every start and twice a day. */
@Configuration(proxyBeanMethods = false)
class LogPartitions {

    private static final int MONTHS_AHEAD = 2;
    private static final Duration EVERY = Duration.ofHours(12);

    @Bean
    RecurringTask<Void> makeLogPartitions(JdbcClient jdbc) {
        return Tasks.recurring("make-log-partitions", FixedDelay.of(EVERY))
                .execute((instance, context) -> jdbc.sql("select make_log_partitions(:months)")
                        .param("months", MONTHS_AHEAD)
                        .query(Integer.class)
                        .single());
    }
}
