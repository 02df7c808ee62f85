package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes spam and deleted tickets for good, some at a time, once they have been out of the way for the workspace's number of days. */
@Component
@Transactional
public class TicketPurging {

    static final int AFTER_DAYS_DEFAULT = 30;
    /** Few in one transaction: each may have a long thread. */
    static final int AT_ONCE = 20;

    private final PurgeStore store;
    private final TicketStore tickets;
    private final List<TicketPurge> others;
    private final Blobs blobs;
    private final Log log;
    private final Clock clock;

    TicketPurging(PurgeStore store, TicketStore tickets, List<TicketPurge> others, Blobs blobs, Log log, Clock clock) {
        this.store = store;
        this.tickets = tickets;
        this.others = others;
        this.blobs = blobs;
        this.log = log;
        this.clock = clock;
    }

    /** @return how many were purged; so many as go at once when there may be more */
    public int purgeSome(Actor by) {
        UUID workspace = by.workspace();
        Integer days = setting(by).afterDays();
        if (days == null) {
            return 0;
        }
        Instant now = clock.instant();
        List<UUID> due = store.lockDue(workspace, now.minus(Duration.ofDays(days)), AT_ONCE);
        if (due.isEmpty()) {
            return 0;
        }
        List<UUID> all = new ArrayList<>(due);
        all.addAll(store.mergedInto(workspace, due));
        List<byte[]> contents = new ArrayList<>(store.contents(workspace, all));
        List<UUID> intakes = store.intakes(workspace, all);
        others.forEach(other -> contents.addAll(other.purge(workspace, intakes)));
        for (Ticket ticket : tickets.findAll(workspace, all)) {
            log.write(
                    by,
                    new TicketPurged(
                            ticket.id(), ticket.department(), ticket.channel().code()),
                    now);
            tickets.leaveCounts(workspace, ticket);
        }
        store.delete(workspace, all, now);
        blobs.forgetAfterCommit(workspace, contents);
        return due.size();
    }

    @Transactional(readOnly = true)
    PurgeStore.Setting setting(Actor by) {
        return store.setting(by.workspace()).orElse(new PurgeStore.Setting(AFTER_DAYS_DEFAULT));
    }

    void keepFor(Actor by, PurgeStore.Setting setting) {
        if (!setting.equals(setting(by))) {
            log.write(by, new PurgeChanged(setting.afterDays()));
        }
        store.save(by.workspace(), setting);
    }
}
