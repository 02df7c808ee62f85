package org.fourleaf.routing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PresenceChanging;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** What routing does at a time: claims nobody used go back, offers end, silent agents leave. */
@Configuration(proxyBeanMethods = false)
class RoutingClockwork {

    private static final Duration GIVE_BACK_EVERY = Duration.ofSeconds(10);
    private static final Duration ROUTE_EVERY = Duration.ofSeconds(2);
    private static final Duration OVERLOAD_EVERY = Duration.ofMinutes(2);
    private static final Duration AWAY_EVERY = Duration.ofSeconds(20);
    private static final int PAGE = 200;

    /** Offers end on time, and whoever has breathed is routed to again. */
    @Bean
    RecurringTask<Void> routeTickets(WorkspaceList workspaces, Router router, Clock clock) {
        return Tasks.recurring("route-tickets", FixedDelay.of(ROUTE_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> {
                    Actor by = Actor.clock(workspace);
                    router.miss(by, clock.instant());
                    router.route(by);
                }));
    }

    /** Agents whose browsers are gone are offline. */
    @Bean
    RecurringTask<Void> leaveSilentAgents(
            WorkspaceList workspaces,
            RoutingSettingStore settings,
            PresenceChanging presence,
            TransactionOperations transaction,
            Clock clock) {
        return Tasks.recurring("leave-silent-agents", FixedDelay.of(AWAY_EVERY))
                .execute((instance, context) ->
                        workspaces.forEach(workspace -> transaction.executeWithoutResult(status -> presence.leaveSilent(
                                Actor.clock(workspace),
                                clock.instant().minus(settings.of(workspace).awayAfter())))));
    }

    /** Leads learn within minutes that more waits than their people clear. */
    @Bean
    RecurringTask<Void> watchOverload(WorkspaceList workspaces, OverloadWatch watch) {
        return Tasks.recurring("watch-overload", FixedDelay.of(OVERLOAD_EVERY))
                .execute((instance, context) -> workspaces.forEach(workspace -> watch.look(Actor.clock(workspace))));
    }

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
