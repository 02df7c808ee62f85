package org.fourleaf.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads attached files after their mails were filed, one at a time, and has their tickets indexed anew. A file that does not come to an
 * end is left to its thread; after a few of those this node reads no more files until it is started again.
 */
@Component
class FileReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);
    private static final int POLL_MILLIS = 1_000;
    private static final int HANGING_MAX = 3;
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);
    private static final Duration WITHIN = FileText.TIME_MAX.plusSeconds(5);

    private final FileTextStore store;
    private final Blobs blobs;
    private final IndexBell bell;
    private final Clock clock;
    private volatile boolean running;
    private int hanging;
    private @Nullable Thread thread;

    FileReader(FileTextStore store, Blobs blobs, IndexBell bell, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("search-files").start(this::work);
    }

    private void work() {
        while (running && hanging < HANGING_MAX) {
            try {
                Thread.sleep(POLL_MILLIS);
                for (UUID workspace : store.workspacesWithWork()) {
                    drain(workspace);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Reading files stumbled and goes on", e);
                }
            }
        }
        if (running) {
            LOG.error("Too many files never came to an end: attached files are not read until the next start");
        }
    }

    /** Until no file of the workspace waits. For tests too. */
    void drain(UUID workspace) {
        Workspaces.run(workspace, () -> {
            while (running && hanging < HANGING_MAX && one(workspace)) {
                bell.ring(workspace);
            }
        });
    }

    private boolean one(UUID workspace) {
        var waiting = store.claim(workspace, clock.instant(), clock.instant().minus(ABANDONED_AFTER));
        if (waiting.isEmpty()) {
            return false;
        }
        byte[] hash = waiting.get().hash();
        String name = waiting.get().name();
        if (!FileText.isReadable(name)) {
            store.unreadable(workspace, hash);
            return true;
        }
        String text = text(workspace, hash, name);
        if (text == null || text.isBlank()) {
            store.unreadable(workspace, hash);
        } else {
            store.read(workspace, hash, text);
        }
        return true;
    }

    private @Nullable String text(UUID workspace, byte[] hash, String name) {
        CompletableFuture<String> reading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("search-file").start(() -> {
            try {
                reading.complete(FileText.of(blobs.path(workspace, hash), name));
            } catch (IOException | RuntimeException | StackOverflowError e) {
                reading.completeExceptionally(e);
            }
        });
        try {
            return reading.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            LOG.debug("An attached file has no words: {}", String.valueOf(e.getCause()));
            return null;
        } catch (TimeoutException e) {
            hanging++;
            LOG.warn("An attached file does not come to an end");
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
