package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends answers whose time has come. Any number of nodes may do it: each answer is locked, sent and gone in one transaction. */
@Component
class HeldReplySender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeldReplySender.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long STOP_WITHIN_MILLIS = 8_000;
    private static final int PAGE = 50;
    /** One that can't be sent must not hold up the others, nor be tried all the time. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final HeldReplyStore store;
    private final HeldReplying replying;
    private final Clock clock;
    private final Map<UUID, java.time.Instant> resting = new ConcurrentHashMap<>();
    private CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread = Thread.currentThread();
    private volatile boolean running;

    HeldReplySender(HeldReplyStore store, HeldReplying replying, Clock clock) {
        this.store = store;
        this.replying = replying;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("held-replies").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                if (stopping.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                resting.values().removeIf(until -> until.isBefore(clock.instant()));
                for (UUID workspace : store.workspacesWithDue(clock.instant())) {
                    Workspaces.run(workspace, () -> releaseDue(workspace));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Sending scheduled answers stumbled and goes on", e);
                }
            }
        }
    }

    /** One round. */
    void releaseDue(UUID workspace) {
        for (UUID message : replying.due(Actor.clock(workspace), PAGE + resting.size())) {
            if (!resting.containsKey(message)) {
                try {
                    replying.release(Actor.clock(workspace), message);
                } catch (RuntimeException e) {
                    resting.put(message, clock.instant().plus(REST_AFTER_FAILURE));
                    LOG.error("The scheduled answer {} could not be sent and is tried again", message, e);
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
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
