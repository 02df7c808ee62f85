package org.fourleaf.tickets;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** What happens to tickets at a time: postponed ones wake up, counters are folded. */
@Configuration(proxyBeanMethods = false)
class TicketClockwork {

    private static final Duration WAKE_EVERY = Duration.ofSeconds(10);
    private static final Duration FOLD_EVERY = Duration.ofMinutes(1);
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(30);
    private static final int PURGE_ROUNDS_MAX = 200;
    private static final int WAKE_PAGE = 200;

    @Bean
    RecurringTask<Void> wakePostponed(
            WorkspaceList workspaces,
            TicketStore store,
            TicketChanging changing,
            TransactionOperations transaction,
            Clock clock) {
        return Tasks.recurring("wake-postponed", FixedDelay.of(WAKE_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    List<UUID> due = transaction.execute(status -> store.due(workspace, clock.instant(), WAKE_PAGE));
                    if (due != null) {
                        due.forEach(ticket -> changing.wake(Actor.clock(workspace), ticket));
                    }
                }));
    }

    @Bean
    RecurringTask<Void> followTags(WorkspaceList workspaces, TagFollowing tags) {
        return Tasks.recurring("follow-tags", FixedDelay.of(FOLLOW_EVERY))
                .execute((instance, context) -> workspaces.forEach(tags::round));
    }

    @Bean
    RecurringTask<Void> forgetPastDrafts(WorkspaceList workspaces, Drafting drafting) {
        return Tasks.recurring("forget-past-drafts", FixedDelay.of(FORGET_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> drafting.forgetPast(Actor.clock(workspace))));
    }

    /** In small transactions; what is too much for one round waits for the next. */
    @Bean
    RecurringTask<Void> purgeTickets(WorkspaceList workspaces, TicketPurging purging) {
        return Tasks.recurring("purge-tickets", FixedDelay.of(PURGE_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    for (int round = 0; round < PURGE_ROUNDS_MAX; round++) {
                        if (purging.purgeSome(Actor.clock(workspace)) < TicketPurging.AT_ONCE) {
                            return;
                        }
                    }
                }));
    }

    @Bean
    RecurringTask<Void> foldTicketCounts(
            WorkspaceList workspaces, TicketStore store, DueStore dues, TransactionOperations transaction) {
        return Tasks.recurring("fold-ticket-counts", FixedDelay.of(FOLD_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> transaction.executeWithoutResult(status -> {
                            store.foldCounts(workspace);
                            dues.foldCounts(workspace);
                        })));
    }
}
