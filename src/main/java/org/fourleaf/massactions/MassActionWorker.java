package org.fourleaf.massactions;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off mass actions, a round for each workspace in turn, so that a long one holds up nobody else's. */
@Component
class MassActionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MassActionWorker.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final MassActionStore store;
    private final MassActionRounds rounds;
    private final MassActionBell bell;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    MassActionWorker(MassActionStore store, MassActionRounds rounds, MassActionBell bell) {
        this.store = store;
        this.rounds = rounds;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("mass-actions").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                bell.await(POLL_MILLIS);
                List<UUID> workspaces = store.workspacesAtWork();
                while (running && !workspaces.isEmpty()) {
                    for (UUID workspace : workspaces) {
                        if (running) {
                            Workspaces.run(workspace, () -> rounds.round(workspace));
                        }
                    }
                    workspaces = store.workspacesAtWork();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Mass actions stumbled and go on", e);
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
