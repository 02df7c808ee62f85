package org.fourleaf.platform.work;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread of its own that works off what waits in the database: whenever its bell rings, and each second by itself. What breaks is
 * logged, and it goes on.
 */
public abstract class Worker implements SmartLifecycle {

    private static final int POLL_MILLIS = 1_000;
    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private final WorkerBell bell;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    protected Worker(String name, WorkerBell bell) {
        this.name = name;
        this.bell = bell;
    }

    /** Works off what waits now. Long work asks {@link #isRunning} between its rounds, so that a stop is heard. */
    protected abstract void work();

    /** A round for each workspace in turn, so that a busy one holds up nobody else's, until no round says that there may be more. */
    protected final void roundsUntilDone(Supplier<List<UUID>> workspacesWithWork, Predicate<UUID> round) {
        boolean more = true;
        while (running && more) {
            more = false;
            for (UUID workspace : workspacesWithWork.get()) {
                if (running) {
                    more |= Workspaces.call(workspace, () -> round.test(workspace));
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::workForEver);
    }

    private void workForEver() {
        while (running) {
            try {
                bell.await(POLL_MILLIS);
                if (running) {
                    work();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    log.error("The worker {} stumbled and goes on", name, e);
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
