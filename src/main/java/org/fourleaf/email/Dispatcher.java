package org.fourleaf.email;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends queued answers: finds the workspaces that have some and gives each to the lane of its server. */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int POLL_MILLIS = 1_000;
    private static final long RENEW_EVERY_NANOS = Outbox.LEASE.toNanos() / 3;
    /** Lanes that send at the same time: each may hold a database connection now and then. */
    private static final int LANES_AT_ONCE = 32;

    private static final int STOP_WITHIN_SECONDS = 8;

    private final OutboxStore store;
    private final OutgoingServers servers;
    private final DispatchBell bell;
    private final Clock clock;
    private final DispatchLane.Tools tools;
    private final Map<String, DispatchLane> lanes = new ConcurrentHashMap<>();
    private final Semaphore sending = new Semaphore(LANES_AT_ONCE);
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Thread thread = Thread.currentThread();
    private long renewedAt = System.nanoTime();
    private volatile boolean running;

    Dispatcher(
            OutboxStore store,
            OutgoingServers servers,
            DispatchBell bell,
            Clock clock,
            Outbox outbox,
            Mailboxes mailboxes,
            MailComposing composing,
            InFlight inFlight) {
        this.store = store;
        this.servers = servers;
        this.bell = bell;
        this.clock = clock;
        this.tools = new DispatchLane.Tools(outbox, mailboxes, composing, inFlight);
    }

    @Override
    public void start() {
        running = true;
        threads = Executors.newVirtualThreadPerTaskExecutor();
        thread = Thread.ofPlatform().daemon().name("mail-dispatch").start(this::dispatch);
    }

    private void dispatch() {
        while (running) {
            try {
                List<UUID> rung = bell.await(POLL_MILLIS);
                renewClaims();
                for (UUID workspace : rung.isEmpty() ? store.workspacesWithWaiting(clock.instant()) : rung) {
                    if (running) {
                        Workspaces.run(workspace, () -> dispatch(Actor.system(workspace)));
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("Sending answers stumbled and goes on", e);
                }
            }
        }
    }

    private void dispatch(Actor by) {
        Optional<OutgoingServer> server = servers.of(by);
        if (server.isEmpty()) {
            tools.outbox().putOffAll(by, Outbox.NO_SERVER);
            tools.outbox().claim(by).forEach(mail -> tools.outbox().putOff(by, mail, Outbox.NO_SERVER));
            return;
        }
        lanes.values().removeIf(DispatchLane::isIdle);
        DispatchLane lane = lanes.computeIfAbsent(server.get().lane(), name -> new DispatchLane(server.get(), tools));
        if (lane.offer(by.workspace())) {
            threads.execute(() -> {
                sending.acquireUninterruptibly();
                try {
                    lane.run();
                } finally {
                    sending.release();
                }
            });
        }
    }

    private void renewClaims() {
        if (System.nanoTime() - renewedAt > RENEW_EVERY_NANOS) {
            renewedAt = System.nanoTime();
            tools.inFlight().renewAll();
        }
    }

    /** What is being sent is sent to its end if that is soon; the rest waits in the database. */
    @Override
    public void stop() {
        running = false;
        bell.ring(new UUID(0, 0));
        threads.shutdown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_WITHIN_SECONDS));
            if (!threads.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
