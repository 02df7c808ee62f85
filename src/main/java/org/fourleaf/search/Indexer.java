package org.fourleaf.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Indexes what waits, a batch a transaction, woken by the reader and looking every second by itself. Woken, it lingers first: what changes
 * together is read once, and the more documents go into the index at once, the less each costs.
 */
@Component
class Indexer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int BATCH = 250;

    /** Of what may wait: as long as one such batch takes, fresh words wait for it, too. */
    private static final int BATCH_OF_MANY = 1_000;

    private static final int POLL_MILLIS = 1_000;
    /** With the log's own tenth of a second this is how long what was just written can't be found. */
    private static final int LINGER_MILLIS = 1_000;

    private static final int STOP_WITHIN_MILLIS = 8_000;

    private final Indexing indexing;
    private final IndexTodoStore todo;
    private final IndexBell bell;
    private volatile boolean running;
    private @Nullable Thread thread;

    Indexer(Indexing indexing, IndexTodoStore todo, IndexBell bell) {
        this.indexing = indexing;
        this.todo = todo;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("search-indexer").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                Collection<UUID> woken = new LinkedHashSet<>(bell.await(POLL_MILLIS));
                if (!woken.isEmpty()) {
                    woken.addAll(bell.awaitMore(LINGER_MILLIS));
                }
                for (UUID workspace : woken.isEmpty() ? todo.workspacesWithWork() : woken) {
                    drain(workspace);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Indexing stumbled and goes on", e);
                }
            }
        }
    }

    /** Until nothing waits that this node may do. For tests too. */
    void drain(UUID workspace) {
        Workspaces.run(workspace, () -> {
            int done;
            do {
                done = some(workspace);
            } while (running && done > 0);
        });
    }

    private int some(UUID workspace) {
        try {
            return indexing.some(workspace, BATCH, BATCH_OF_MANY);
        } catch (RuntimeException e) {
            LOG.warn("A batch could not be indexed, so its tickets are taken singly: {}", e.toString());
            return singly(workspace);
        }
    }

    private int singly(UUID workspace) {
        int done = 0;
        for (int i = 0; i < BATCH_OF_MANY && running; i++) {
            try {
                if (indexing.some(workspace, 1, 1) == 0) {
                    return done;
                }
            } catch (RuntimeException e) {
                if (indexing.putOff(workspace)) {
                    LOG.error("Something can't be indexed and is left out of the search", e);
                }
            }
            done++;
        }
        return done;
    }

    @Override
    public void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
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
