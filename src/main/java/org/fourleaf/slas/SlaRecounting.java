package org.fourleaf.slas;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.fourleaf.tickets.TicketLevelSetting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * After a level or its calendar was edited, or a level deleted: computes its open clocks anew, some at a time, resting between as long as
 * it worked, so that the desk does not wait for it. What is left to do is what carries another edition's stamp; a kill loses nothing.
 */
@Configuration(proxyBeanMethods = false)
class SlaRecounting {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** Their rows are locked for as long as they are computed. */
    private static final int TICKETS_AT_ONCE = 100;

    private static final int ROUNDS_MAX = 20_000;

    @Bean
    RecurringTask<Void> recountServiceLevels(
            WorkspaceList workspaces,
            LevelStore levels,
            LevelBooks books,
            ClockStore clocks,
            TicketLevelSetting tickets,
            TransactionOperations transaction) {
        Work work = new Work(levels, books, clocks, tickets, transaction);
        return Tasks.recurring("recount-service-levels", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workspaces.forEach(work::recount));
    }

    private record Work(
            LevelStore levels,
            LevelBooks books,
            ClockStore clocks,
            TicketLevelSetting tickets,
            TransactionOperations transaction) {

        void recount(UUID workspace) {
            List<StoredLevel> all = transaction.execute(
                    status -> levels.page(workspace) == 0 ? List.<StoredLevel>of() : levels.all(workspace));
            if (all != null) {
                all.forEach(level -> recount(workspace, level));
            }
        }

        private void recount(UUID workspace, StoredLevel level) {
            for (int round = 0; round < ROUNDS_MAX; round++) {
                long began = System.nanoTime();
                Integer found = transaction.execute(status -> {
                    List<UUID> outdated = clocks.outdated(workspace, level.id(), level.stamp(), TICKETS_AT_ONCE);
                    if (!outdated.isEmpty()) {
                        books.newest(workspace);
                        tickets.lookAtAll(Actor.clock(workspace), outdated);
                    }
                    return outdated.size();
                });
                if (found == null || found < TICKETS_AT_ONCE) {
                    return;
                }
                rest(System.nanoTime() - began);
            }
        }

        private static void rest(long nanos) {
            try {
                Thread.sleep(Duration.ofNanos(nanos));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
