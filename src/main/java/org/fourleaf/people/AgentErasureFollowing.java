package org.fourleaf.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceList;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.ClassUtils;

/**
 * Does what follows from an erasure, module by module, a batch a transaction: at once as far as a caller waits, the rest by the clock. Where it is
 * stands in its row, so that a kill only delays it.
 */
@Configuration(proxyBeanMethods = false)
class AgentErasureFollowing {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration CALLER_WAITS = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int ERASURES_PER_ROUND = 20;
    /** The place of a module that has done all but its tables. */
    private static final String TABLES = "tables";

    private final AgentErasureStore store;
    private final AgentTieStore tables;
    private final List<AgentTies> modules;
    private final TransactionOperations transaction;
    private final Clock clock;

    AgentErasureFollowing(
            AgentErasureStore store,
            AgentTieStore tables,
            List<AgentTies> modules,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.tables = tables;
        this.modules = List.copyOf(modules);
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> eraseAgents(WorkspaceList workspaces) {
        return Tasks.recurring("erase-agents", FixedDelay.of(EVERY))
                .execute((instance, context) -> workspaces.forEach(this::round));
    }

    private void round(UUID workspace) {
        List<UUID> left = transaction.execute(status -> store.left(workspace, ERASURES_PER_ROUND));
        if (left != null) {
            left.forEach(agent -> follow(workspace, agent, ROUND));
        }
    }

    /** After the commit of the erasure, in the caller's thread. */
    void soon(UUID workspace, UUID agent) {
        follow(workspace, agent, CALLER_WAITS);
    }

    private void follow(UUID workspace, UUID agent, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch(workspace, agent)));
        }
    }

    /** @return whether there may be more for this thread to do */
    private boolean batch(UUID workspace, UUID agent) {
        Optional<AgentErasureStore.Work> held = store.take(workspace, agent);
        if (held.isEmpty()) {
            return false;
        }
        AgentErasureStore.Work work = held.get();
        int turn = turn(work.step());
        AgentTies module = modules.get(turn);
        String place = work.place();
        if (!TABLES.equals(place)) {
            String next = module.erase(Actor.system(workspace), work.who(), place);
            if (next != null) {
                store.goOn(workspace, agent, name(module), next);
                return true;
            }
        }
        boolean more = false;
        for (AgentTie tie : module.ties()) {
            more |= tables.untie(workspace, work.who(), tie);
        }
        if (more) {
            store.goOn(workspace, agent, name(module), TABLES);
        } else if (turn + 1 < modules.size()) {
            store.goOn(workspace, agent, name(modules.get(turn + 1)), null);
        } else {
            store.done(workspace, agent, clock.instant());
            return false;
        }
        return true;
    }

    /** A module that is there no more after an update: from the first one, which does nothing twice. */
    private int turn(@Nullable String step) {
        for (int i = 0; i < modules.size(); i++) {
            if (name(modules.get(i)).equals(step)) {
                return i;
            }
        }
        return 0;
    }

    private static String name(AgentTies module) {
        return ClassUtils.getUserClass(module).getSimpleName();
    }
}
