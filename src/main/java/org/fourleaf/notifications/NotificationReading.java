package org.fourleaf.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agents read their notifications and say of what they want any. */
@Component
@Transactional
public class NotificationReading {

    /** Beyond this the number says nothing. */
    static final int COUNTED_MAX = 1_000;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int KEPT_PER_AGENT = 1_000;

    private final NotificationStore store;
    private final NotificationListQuery list;
    private final NotificationTasteStore tastes;
    private final Departments departments;
    private final Tickets tickets;
    private final Clock clock;

    NotificationReading(
            NotificationStore store,
            NotificationListQuery list,
            NotificationTasteStore tastes,
            Departments departments,
            Tickets tickets,
            Clock clock) {
        this.store = store;
        this.list = list;
        this.tastes = tastes;
        this.departments = departments;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Page<Notification> page(Actor by, boolean unreadOnly, Slice slice) {
        return list.page(by.workspace(), by.agentId(), departments.seenBy(by), unreadOnly, slice);
    }

    /** Exact up to {@value #COUNTED_MAX}. */
    @Transactional(readOnly = true)
    int unread(Actor by) {
        return store.unread(by.workspace(), by.agentId(), departments.seenBy(by), COUNTED_MAX);
    }

    Notification mark(Actor by, UUID id, boolean read) {
        Notification seen = one(by, id);
        if (seen.read() == read) {
            return seen;
        }
        store.mark(by.workspace(), by.agentId(), id, read, clock.instant());
        return one(by, id);
    }

    /** @param upTo no newer ones than this; none for all @param code only those of this ticket; none for all */
    void markRead(Actor by, @Nullable UUID upTo, @Nullable String code) {
        UUID ticket = code == null ? null : tickets.readable(by, code).id();
        store.markRead(by.workspace(), by.agentId(), upTo, ticket, clock.instant());
    }

    @Transactional(readOnly = true)
    NotificationTaste taste(Actor by) {
        return tastes.of(by.workspace(), by.agentId());
    }

    /** @throws Refusal stale when another version is there than expected */
    NotificationTaste prefer(
            Actor by, List<NotificationTaste.How> kinds, @Nullable Integer minutes, @Nullable Long expected) {
        NotificationTaste was = taste(by);
        if (expected != null && expected != was.version()) {
            throw Refusal.stale();
        }
        NotificationTaste wanted = was.with(kinds, minutes == null ? was.mailAfterMinutes() : minutes);
        if (tastes.save(by.workspace(), by.agentId(), wanted, expected).isEmpty()) {
            throw Refusal.stale();
        }
        return taste(by);
    }

    void forgetOld(Actor by) {
        store.forget(by.workspace(), clock.instant().minus(KEPT), KEPT_PER_AGENT);
    }

    private Notification one(Actor by, UUID id) {
        return list.one(by.workspace(), by.agentId(), departments.seenBy(by), id)
                .orElseThrow(() -> Refusal.notFound("notification"));
    }
}
