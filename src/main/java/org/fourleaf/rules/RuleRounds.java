package org.fourleaf.rules;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A round takes what waits, asks the rules without locking any ticket, and forgets at once what no rule wants. Each event that some rule
 * matches is then a transaction of its own: the ticket locked, the rules asked again, their doings and the end of the event committed
 * together. Whatever breaks, each event is acted on once.
 */
@Component
class RuleRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRounds.class);
    static final int EVENTS_PER_ROUND = 50;
    private static final int ATTEMPTS_MAX = 6;

    private final RuleTodoStore todos;
    private final RuleSets sets;
    private final RuleRunning running;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RuleRounds(
            RuleTodoStore todos, RuleSets sets, RuleRunning running, Clock clock, WorkspaceTransactions transactions) {
        this.todos = todos;
        this.sets = sets;
        this.running = running;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** Inside the workspace. @return whether there may be more */
    boolean round(UUID workspace) {
        List<RuleTodoStore.Todo> wanted = new ArrayList<>();
        int taken = 0;
        try {
            Integer claimed = transaction.execute(status -> sift(workspace, wanted));
            taken = claimed == null ? 0 : claimed;
        } catch (RuntimeException e) {
            LOG.warn("What waits for rules could not be sifted; it is taken one by one: {}", e.toString());
            wanted.clear();
            List<RuleTodoStore.Todo> all = transaction.execute(status -> todos.claim(workspace, EVENTS_PER_ROUND));
            wanted.addAll(all == null ? List.of() : all);
            taken = wanted.size();
        }
        wanted.forEach(todo -> runOne(workspace, todo.id()));
        return taken > 0;
    }

    /** Puts what some rule matches into the list, and is done with the rest. @return how many it looked at */
    private int sift(UUID workspace, List<RuleTodoStore.Todo> wanted) {
        List<RuleTodoStore.Todo> claimed = todos.claim(workspace, EVENTS_PER_ROUND);
        if (claimed.isEmpty()) {
            return 0;
        }
        RuleSet set = sets.of(workspace);
        wanted.addAll(running.wanted(Actor.system(workspace), set, claimed));
        todos.done(
                workspace,
                claimed.stream()
                        .filter(todo -> !wanted.contains(todo))
                        .map(RuleTodoStore.Todo::id)
                        .toList());
        return claimed.size();
    }

    private void runOne(UUID workspace, long id) {
        try {
            transaction.executeWithoutResult(status -> todos.claimOne(workspace, id)
                    .ifPresent(todo -> {
                        running.run(Actor.system(workspace), sets.of(workspace), todo.event());
                        todos.done(workspace, List.of(id));
                    }));
        } catch (RuntimeException e) {
            LOG.warn("Rules could not be run for an event, it is tried again", e);
            transaction.executeWithoutResult(
                    status -> todos.claimOne(workspace, id).ifPresent(todo -> putOff(workspace, todo, e)));
        }
    }

    /** Doubling from a second; at last it is given up, and shown with the rules that waited for it. */
    private void putOff(UUID workspace, RuleTodoStore.Todo todo, RuntimeException e) {
        if (todo.attempts() + 1 >= ATTEMPTS_MAX) {
            running.giveUp(Actor.system(workspace), sets.of(workspace), todo.event(), e);
            todos.done(workspace, List.of(todo.id()));
        } else {
            todos.tryAgainAt(workspace, todo.id(), clock.instant().plus(Duration.ofSeconds(1L << todo.attempts())));
        }
    }
}
