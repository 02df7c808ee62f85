package org.fourleaf.platform.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the log to its readers: reads each page once, gives it to every reader that stands at the same position, each under a
 * savepoint, and commits their effects with their positions. A failing reader falls behind alone; the line it can't take is set aside.
 */
@Component
public class LogPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogPump.class);
    /** After so many failures a reader goes line by line, so that only the poison is set aside. */
    private static final int FAILURES_BEFORE_SINGLE_LINES = 3;

    /** A workspace with a long log to read lets the others in after so long. */
    private static final Duration TURN_MAX = Duration.ofSeconds(2);

    private static final int LINGER_MILLIS = 100;
    private static final int POLL_MILLIS = 1_000;

    private final ReaderStore store;
    private final LogWindowQuery window;
    private final Log log;
    private final TransactionTemplate transaction;
    /** A reader, what it cares for, and how much of it at once. */
    private record Taking(LogReader reader, Set<ActivityKind> kinds, ReadingPace pace) {}

    private final Map<String, Taking> readers;
    private final Set<UUID> rung = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    LogPump(
            ReaderStore store,
            LogWindowQuery window,
            Log log,
            LogBell bell,
            WorkspaceTransactions transactions,
            List<LogReader> readers) {
        this.store = store;
        this.window = window;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.readers = readers.stream()
                .collect(Collectors.toMap(
                        LogReader::name, reader -> new Taking(reader, Set.copyOf(reader.kinds()), new ReadingPace())));
        bell.onRing(workspace -> {
            rung.add(workspace);
            wake.release();
        });
    }

    @Override
    public void start() {
        running = true;
        if (!readers.isEmpty()) {
            thread = Thread.ofPlatform().daemon().name("log-pump").start(this::pumpForEver);
        }
    }

    private void pumpForEver() {
        long polled = System.nanoTime();
        while (running) {
            try {
                if (wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    Thread.sleep(LINGER_MILLIS);
                    wake.drainPermits();
                }
                // Also while one workspace has so much to read that it never sleeps: what another missed is found here.
                if (System.nanoTime() - polled >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)) {
                    rung.addAll(store.workspacesWithUnread(readers.keySet()));
                    polled = System.nanoTime();
                }
                for (UUID workspace : List.copyOf(rung)) {
                    rung.remove(workspace);
                    if (pump(workspace)) {
                        rung.add(workspace);
                        wake.release();
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("The log's pump stumbled and goes on", e);
                }
            }
        }
    }

    /** Reads until no reader of the workspace has anything left that it can take now. For tests and orderly shutdown too. */
    public void drain(UUID workspace) {
        while (pump(workspace)) {
            // The next pages.
        }
    }

    /** @return whether there may be more after its turn */
    private boolean pump(UUID workspace) {
        long end = System.nanoTime() + TURN_MAX.toNanos();
        return Workspaces.call(workspace, () -> {
            while (Boolean.TRUE.equals(transaction.execute(status -> pumpOnce(workspace)))) {
                if (System.nanoTime() >= end) {
                    return true;
                }
            }
            return false;
        });
    }

    /** @return whether there may be more */
    private boolean pumpOnce(UUID workspace) {
        List<ReaderStore.Stored> locked = store.lock(workspace, readers.keySet());
        if (locked.size() < readers.size() && store.makeMissing(workspace, readers.keySet()) > 0) {
            locked = store.lock(workspace, readers.keySet());
        }
        List<ReaderStore.Stored> free =
                locked.stream().filter(stored -> !stored.resting()).toList();
        if (free.isEmpty()) {
            return false;
        }
        String now = window.snapshot();
        boolean more = false;
        for (var group : byPosition(free).entrySet()) {
            Position start = group.getKey();
            Position from = start.cur() == null ? start.upTo(now) : start;
            more |= pumpGroup(workspace, from, group.getValue());
        }
        return more;
    }

    private static Map<Position, List<ReaderStore.Stored>> byPosition(List<ReaderStore.Stored> free) {
        Map<Position, List<ReaderStore.Stored>> groups = new LinkedHashMap<>();
        for (ReaderStore.Stored stored : free) {
            groups.computeIfAbsent(stored.position(), position -> new ArrayList<>())
                    .add(stored);
        }
        return groups;
    }

    private boolean pumpGroup(UUID workspace, Position from, List<ReaderStore.Stored> group) {
        boolean singly = group.stream().anyMatch(stored -> stored.failures() >= FAILURES_BEFORE_SINGLE_LINES);
        int limit = singly ? 1 : linesAtOnce(group);
        if (limit > ReadingPace.LINES_MIN) {
            window.planForLargePages();
        }
        long began = System.nanoTime();
        List<Recorded> page = window.page(workspace, from, limit);
        boolean full = page.size() == limit;
        Position to = from.afterPage(full, page.isEmpty() ? 0 : page.getLast().seq());
        List<String> moved = group.stream()
                .filter(stored -> hand(workspace, stored, page, from, singly))
                .map(ReaderStore.Stored::name)
                .toList();
        if (!moved.isEmpty()) {
            store.move(workspace, moved, to, singly && !page.isEmpty());
        }
        if (full && !singly) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            group.forEach(stored -> taking(stored).pace.took(limit, took));
        }
        return full && !moved.isEmpty();
    }

    /** As many as the slowest of them takes well. */
    private int linesAtOnce(List<ReaderStore.Stored> group) {
        return group.stream()
                .mapToInt(stored -> taking(stored).pace.lines())
                .min()
                .orElse(ReadingPace.LINES_MIN);
    }

    private Taking taking(ReaderStore.Stored stored) {
        return Objects.requireNonNull(readers.get(stored.name()));
    }

    /** @return whether the reader moves on: it took the lines, or they are set aside */
    private boolean hand(
            UUID workspace, ReaderStore.Stored stored, List<Recorded> page, Position from, boolean singly) {
        Taking taking = taking(stored);
        List<Recorded> wanted =
                page.stream().filter(line -> taking.kinds.contains(line.kind())).toList();
        if (wanted.isEmpty()) {
            return true;
        }
        try {
            underSavepoint(() -> taking.reader.read(wanted, log));
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "Reader {} could not take lines {}",
                    stored.name(),
                    wanted.getFirst().seq(),
                    e);
            if (singly) {
                // Whole pages again, so that one line of a long log does not make all after it slow; another one is
                // looked for at once.
                store.setAside(stored.name(), wanted.getFirst(), e.toString(), FAILURES_BEFORE_SINGLE_LINES - 1);
                return true;
            }
            store.fail(workspace, stored.name(), from);
            return false;
        }
    }

    private void underSavepoint(Runnable work) {
        TransactionTemplate nested =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        nested.executeWithoutResult(status -> work.run());
    }

    @Override
    public void stop() {
        running = false;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
