package org.fourleaf.rules;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets rules look at what happened, a round for each workspace in turn, so that a busy one holds up nobody else's. */
@Component
class RuleWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RuleWorker.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final RuleTodoStore todos;
    private final RuleRounds rounds;
    private final RuleBell bell;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    RuleWorker(RuleTodoStore todos, RuleRounds rounds, RuleBell bell) {
        this.todos = todos;
        this.rounds = rounds;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("rules").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                bell.await(POLL_MILLIS);
                boolean more = true;
                while (running && more) {
                    more = false;
                    for (UUID workspace : List.copyOf(todos.workspacesWithWork())) {
                        if (running) {
                            more |= Workspaces.call(workspace, () -> rounds.round(workspace));
                        }
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("The rules stumbled and go on", e);
                }
            }
        }
    }

    /** The round under way is finished; everything else waits in the database. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            thread.join(STOP_WITHIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
