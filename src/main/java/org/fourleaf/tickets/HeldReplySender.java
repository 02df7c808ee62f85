package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.work.Worker;
import org.fourleaf.platform.work.WorkerBell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends answers whose time has come. Any number of nodes may do it: each answer is locked, sent and gone in one transaction. */
@Component
class HeldReplySender extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(HeldReplySender.class);
    private static final int PAGE = 50;
    /** One that can't be sent must not hold up the others, nor be tried all the time. */
    private static final Duration REST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final HeldReplyStore store;
    private final HeldReplying replying;
    private final Clock clock;
    private final Map<UUID, java.time.Instant> resting = new ConcurrentHashMap<>();

    HeldReplySender(HeldReplyStore store, HeldReplying replying, Clock clock) {
        super("held-replies", new WorkerBell());
        this.store = store;
        this.replying = replying;
        this.clock = clock;
    }

    @Override
    protected void work() {
        resting.values().removeIf(until -> until.isBefore(clock.instant()));
        for (UUID workspace : store.workspacesWithDue(clock.instant())) {
            Workspaces.run(workspace, () -> releaseDue(workspace));
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
}
