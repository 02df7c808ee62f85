package org.fourleaf.rules;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second which time rules' time has come, a round for each workspace in turn. Any node may: each takes what no other has. */
@Component
class TimeRuleWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TimeRuleWorker.class);
    private static final int EVERY_MILLIS = 1_000;
    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final TimeRuleStore store;
    private final TimeRuleRounds rounds;
    private final Clock clock;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    TimeRuleWorker(TimeRuleStore store, TimeRuleRounds rounds, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("time-rules").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                boolean more = false;
                for (UUID workspace : List.copyOf(store.workspacesWithWork(clock.instant()))) {
                    if (running) {
                        more |= Workspaces.call(workspace, () -> rounds.round(workspace));
                    }
                }
                if (!more) {
                    Thread.sleep(EVERY_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("The time rules stumbled and go on", e);
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The round under way is finished; everything else waits in the database. */
    @Override
    public void stop() {
        running = false;
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
