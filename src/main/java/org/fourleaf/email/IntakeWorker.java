package org.fourleaf.email;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Files received mails from the first to the last, woken by the door and looking every second by itself. */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int WORKERS = 2;
    private static final int POLL_MILLIS = 1_000;
    private static final int REST_AFTER_FAILURE_MILLIS = 1_000;
    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final IntakeStore store;
    private final IntakeRounds rounds;
    private final IntakeBell bell;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    IntakeWorker(IntakeStore store, IntakeRounds rounds, IntakeBell bell, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 0; i < WORKERS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("mail-worker-" + i).start(this::work));
        }
    }

    private void work() {
        while (running) {
            try {
                List<UUID> rung = bell.await(POLL_MILLIS);
                if (!running) {
                    return;
                }
                for (UUID workspace : rung.isEmpty() ? store.workspacesWithWaiting(clock.instant()) : rung) {
                    Workspaces.run(workspace, () -> fileAll(workspace));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Filing mail stumbled and goes on", e);
                    rest();
                }
            }
        }
    }

    private void fileAll(UUID workspace) {
        int filed;
        do {
            filed = rounds.fileSome(workspace);
            if (filed == IntakeRounds.MAILS_PER_ROUND) {
                // A long queue: the other worker takes its share.
                bell.ring(workspace);
            }
        } while (running && filed > 0);
    }

    private static void rest() {
        try {
            Thread.sleep(REST_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The round under way is finished; everything else waits in the database. */
    @Override
    public synchronized void stop() {
        running = false;
        for (int i = 0; i < threads.size(); i++) {
            bell.ring(new UUID(0, i));
        }
        for (Thread thread : threads) {
            try {
                thread.join(STOP_WITHIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
