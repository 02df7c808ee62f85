package org.fourleaf.slas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.tickets.TicketLevelSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns and records what is missed at its time though nothing touches the ticket: sleeps until the next clock is due, a second at most,
 * because another node may have started one. Several nodes share the work: each takes the tickets that nobody holds.
 */
@Component
class SlaClockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlaClockwork.class);
    private static final Duration SLEEP_MAX = Duration.ofSeconds(1);
    private static final Duration SLEEP_MIN = Duration.ofMillis(5);
    /** A busy ticket is left for the next look. */
    private static final Duration BUSY = Duration.ofMillis(100);

    static final int TICKETS_AT_ONCE = 500;

    private final ClockStore store;
    private final TicketLevelSetting tickets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    SlaClockwork(ClockStore store, TicketLevelSetting tickets, WorkspaceTransactions transactions, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("sla-clockwork").start(this::turnForEver);
    }

    private void turnForEver() {
        while (running) {
            try {
                TimeUnit.NANOSECONDS.sleep(turn().toNanos());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("The clockwork of service levels stumbled and goes on", e);
                    rest();
                }
            }
        }
    }

    /** Does everything that is due. @return how long there is nothing to do */
    Duration turn() {
        Duration idle = SLEEP_MAX;
        for (ClockStore.Turn next : store.nextTurns()) {
            Duration left = Duration.between(clock.instant(), next.at());
            if (left.isPositive()) {
                // Done at its due time is in time: late is only what comes after it.
                return shorter(idle, left.plus(SLEEP_MIN));
            }
            boolean all = Workspaces.call(next.workspace(), () -> drain(next.workspace()));
            idle = all ? SLEEP_MIN : shorter(idle, BUSY);
        }
        return idle;
    }

    /** @return whether nothing had to be left for the next time */
    private boolean drain(UUID workspace) {
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = clock.instant();
            List<UUID> due = transaction.execute(status -> store.due(workspace, now, TICKETS_AT_ONCE));
            if (due == null || due.isEmpty()) {
                return true;
            }
            if (look(workspace, due) < due.size()) {
                return false;
            }
        }
        return false;
    }

    private int look(UUID workspace, List<UUID> due) {
        Actor by = Actor.clock(workspace);
        try {
            Integer seen = transaction.execute(status -> tickets.look(by, due));
            return seen == null ? 0 : seen;
        } catch (RuntimeException e) {
            if (due.size() == 1) {
                LOG.error("Ticket {} of workspace {} can't be looked at", due.getFirst(), workspace, e);
                return 0;
            }
            // One that can't be taken must not hold up the others.
            return due.stream().mapToInt(one -> look(workspace, List.of(one))).sum();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void rest() {
        try {
            TimeUnit.NANOSECONDS.sleep(SLEEP_MAX.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
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
