package org.fourleaf.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.work.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the calls that are due, several at once, so that a slow place holds up nobody else. */
@Component
class WebhookWorker extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final int CALLS_END_WITHIN_MILLIS = 8_000;
    private static final int AT_ONCE_MAX = 16;
    private static final int PER_WEBHOOK_MAX = 4;
    /** Longer than any call may take. A node that dies leaves its calls to the next one after that, under the same id. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DeliveryStore deliveries;
    private final WebhookCalling calling;
    private final WebhookBell bell;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);
    private volatile ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    WebhookWorker(DeliveryStore deliveries, WebhookCalling calling, WebhookBell bell, Clock clock) {
        super("webhooks", bell);
        this.deliveries = deliveries;
        this.calling = calling;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        calls = Executors.newVirtualThreadPerTaskExecutor();
        super.start();
    }

    @Override
    protected void work() {
        for (UUID workspace : deliveries.workspacesWithWork(clock.instant())) {
            if (isRunning()) {
                Workspaces.run(workspace, () -> hand(workspace));
            }
        }
    }

    private void hand(UUID workspace) {
        int room = free.availablePermits();
        if (room == 0) {
            return;
        }
        List<DeliveryStore.Claimed> claimed = calling.claim(workspace, LEASE, room, PER_WEBHOOK_MAX);
        for (DeliveryStore.Claimed one : claimed) {
            free.acquireUninterruptibly();
            calls.execute(() -> {
                try {
                    Workspaces.run(workspace, () -> calling.call(workspace, one));
                } catch (RuntimeException e) {
                    LOG.error("A webhook could not be called, it is tried again", e);
                } finally {
                    free.release();
                    bell.ring();
                }
            });
        }
    }

    /** Calls under way come to their end; everything else waits in the database. */
    @Override
    public void stop() {
        super.stop();
        calls.shutdown();
        try {
            if (!calls.awaitTermination(CALLS_END_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                calls.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
