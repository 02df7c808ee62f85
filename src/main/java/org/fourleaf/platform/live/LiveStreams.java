package org.fourleaf.platform.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogBell;
import org.fourleaf.platform.log.LogTail;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open browsers of this node. One thread follows the log of every workspace somebody looks at and tells each stream what it may
 * know. An event's id is this run of this node and a counter; whoever comes back with another run's id, or too late, is told to fetch
 * everything again ({@code resync}), which is always right because events carry no state.
 */
@Component
public class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int STREAMS_MAX = 10_000;
    private static final int WAITING_EVENTS_MAX = 512;
    /** Then the browser comes back by itself and is asked again who it is: a revoked session hears no more. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int REMEMBERED_EVENTS = 2_000;
    private static final int LINGER_MILLIS = 60;
    private static final int POLL_MILLIS = 1_000;
    private static final long HEARTBEAT_MILLIS = 20_000;

    private record Numbered(long number, LiveEvent event) {}

    /** One browser. A thread of its own writes to it, so that a slow one holds up nobody; one that falls too far behind is cut off. */
    private static final class Stream {
        private final Actor by;
        private final Predicate<LiveEvent> maySee;
        private final SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
        private final BlockingQueue<SseEmitter.SseEventBuilder> waiting = new ArrayBlockingQueue<>(WAITING_EVENTS_MAX);
        private final Thread writer = Thread.ofVirtual().name("live-stream").unstarted(this::write);

        Stream(Actor by, Predicate<LiveEvent> maySee) {
            this.by = by;
            this.maySee = maySee;
        }

        void send(SseEmitter.SseEventBuilder event) {
            if (!waiting.offer(event)) {
                emitter.complete();
            }
        }

        private void write() {
            try {
                while (true) {
                    emitter.send(waiting.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | IllegalStateException e) {
                emitter.completeWithError(e);
            }
        }
    }

    /** What this node knows of one workspace. Guarded by itself. */
    private static final class Desk {
        private final LogTail tail;
        private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
        private final Deque<Numbered> remembered = new ArrayDeque<>();
        private final Map<LivePulse, String> marks = new HashMap<>();
        private long number;

        Desk(LogTail tail) {
            this.tail = tail;
        }
    }

    private final String run = Ids.next().toString().substring(0, 13);
    private final Map<UUID, Desk> desks = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final LogWindowQuery window;
    private final TransactionOperations transaction;
    private final List<LiveNews> news;
    private final List<LivePulse> pulses;
    private volatile boolean running;
    private long heartbeatAt;

    LiveStreams(
            LogWindowQuery window,
            TransactionOperations transaction,
            LogBell bell,
            List<LiveNews> news,
            List<LivePulse> pulses) {
        this.window = window;
        this.transaction = transaction;
        this.news = news;
        this.pulses = pulses;
        bell.onRing(workspace -> {
            if (desks.containsKey(workspace)) {
                wake.release();
            }
        });
    }

    /**
     * Opens a stream inside the caller's workspace.
     *
     * @param lastEventId what the browser saw last, when it comes back
     * @throws Refusal too many when the node has {@value #STREAMS_MAX}
     */
    public SseEmitter open(Actor by, Predicate<LiveEvent> maySee, @Nullable String lastEventId) {
        if (desks.values().stream().mapToInt(desk -> desk.streams.size()).sum() >= STREAMS_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY, "too-many-streams", "This node has no room for another live stream.");
        }
        Desk desk = desks.computeIfAbsent(
                by.workspace(), workspace -> new Desk(LogTail.fromNow(workspace, window, transaction)));
        Stream stream = new Stream(by, maySee);
        Runnable gone = () -> {
            desk.streams.remove(stream);
            stream.writer.interrupt();
        };
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onCompletion(gone);
        stream.emitter.onError(error -> gone.run());
        synchronized (desk) {
            catchUp(desk, stream, lastEventId);
            desk.streams.add(stream);
        }
        stream.writer.start();
        return stream.emitter;
    }

    private void catchUp(Desk desk, Stream stream, @Nullable String lastEventId) {
        stream.send(SseEmitter.event().name("hello").id(run + "-" + desk.number).data(Map.of()));
        if (lastEventId == null) {
            return;
        }
        long seen = numberOf(lastEventId);
        boolean known = seen == desk.number
                || (!desk.remembered.isEmpty() && desk.remembered.getFirst().number <= seen + 1 && seen <= desk.number);
        if (!known) {
            stream.send(SseEmitter.event().name("resync").data(Map.of()));
            return;
        }
        desk.remembered.stream().filter(numbered -> numbered.number > seen).forEach(numbered -> tell(stream, numbered));
    }

    /** Minus one for an id of another run. */
    private long numberOf(String eventId) {
        if (!eventId.startsWith(run + "-")) {
            return -1;
        }
        try {
            return Long.parseLong(eventId.substring(run.length() + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live-streams").start(this::follow);
    }

    private void follow() {
        while (running) {
            try {
                if (wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    Thread.sleep(LINGER_MILLIS);
                    wake.drainPermits();
                }
                desks.forEach((workspace, desk) -> Workspaces.run(workspace, () -> read(workspace, desk)));
                heartbeat();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("Live streams stumbled and go on: {}", e.toString());
                }
            }
        }
    }

    private void read(UUID workspace, Desk desk) {
        if (desk.streams.isEmpty() && desk.remembered.isEmpty()) {
            desks.remove(workspace, desk);
            return;
        }
        for (List<Recorded> lines = desk.tail.next(); !lines.isEmpty(); lines = desk.tail.next()) {
            List<LiveEvent> events = new ArrayList<>();
            for (LiveNews source : news) {
                events.addAll(source.of(workspace, lines));
            }
            synchronized (desk) {
                events.forEach(event -> publish(desk, event));
            }
        }
        for (LivePulse pulse : pulses) {
            LivePulse.Felt felt = pulse.since(workspace, desk.marks.get(pulse));
            desk.marks.put(pulse, felt.mark());
            synchronized (desk) {
                felt.events().forEach(event -> publish(desk, event));
            }
        }
    }

    private void publish(Desk desk, LiveEvent event) {
        Numbered numbered = new Numbered(++desk.number, event);
        desk.remembered.addLast(numbered);
        if (desk.remembered.size() > REMEMBERED_EVENTS) {
            desk.remembered.removeFirst();
        }
        desk.streams.forEach(stream -> tell(stream, numbered));
    }

    private void tell(Stream stream, Numbered numbered) {
        LiveEvent event = numbered.event;
        boolean meant = event.agent() == null || event.agent().equals(stream.by.id());
        if (meant && stream.maySee.test(event)) {
            stream.send(SseEmitter.event()
                    .name(event.name())
                    .id(run + "-" + numbered.number)
                    .data(event.data()));
        }
    }

    private void heartbeat() {
        long now = System.nanoTime() / 1_000_000;
        if (now - heartbeatAt < HEARTBEAT_MILLIS) {
            return;
        }
        heartbeatAt = now;
        desks.values()
                .forEach(desk -> desk.streams.forEach(
                        stream -> stream.send(SseEmitter.event().comment("here"))));
    }

    @Override
    public void stop() {
        running = false;
        desks.values().forEach(desk -> desk.streams.forEach(stream -> stream.emitter.complete()));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server, which would wait for the open streams otherwise. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
