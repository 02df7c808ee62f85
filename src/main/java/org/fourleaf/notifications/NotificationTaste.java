package org.fourleaf.notifications;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an agent wants to be told of, and how.
 *
 * @param muted of these not at all
 * @param mailed of these also by mail, when unread for so many minutes
 * @param popped of these also by the browser, when it may
 */
record NotificationTaste(
        Set<NotificationKind> muted,
        Set<NotificationKind> mailed,
        Set<NotificationKind> popped,
        int mailAfterMinutes,
        long version) {

    static final int MAIL_AFTER_MINUTES_MAX = 10_080;
    private static final int MAIL_AFTER_MINUTES_DEFAULT = 30;

    /** How one kind is told. */
    record How(NotificationKind kind, boolean inApp, boolean mail, boolean browser) {}

    NotificationTaste {
        muted = Set.copyOf(muted);
        mailed = Set.copyOf(mailed);
        popped = Set.copyOf(popped);
    }

    static NotificationTaste unsaid() {
        return new NotificationTaste(
                Set.of(),
                Set.of(),
                EnumSet.of(NotificationKind.MENTIONED, NotificationKind.ASSIGNED),
                MAIL_AFTER_MINUTES_DEFAULT,
                0);
    }

    List<How> kinds() {
        return List.of(NotificationKind.values()).stream()
                .map(kind -> new How(kind, !muted.contains(kind), mailed.contains(kind), popped.contains(kind)))
                .toList();
    }

    /** With some kinds told otherwise; a kind that is named twice is told as named last. */
    NotificationTaste with(List<How> changed, int minutes) {
        Map<NotificationKind, How> all = new EnumMap<>(NotificationKind.class);
        kinds().forEach(how -> all.put(how.kind, how));
        changed.forEach(how -> all.put(how.kind, how));
        Set<NotificationKind> mute = EnumSet.noneOf(NotificationKind.class);
        Set<NotificationKind> mail = EnumSet.noneOf(NotificationKind.class);
        Set<NotificationKind> pop = EnumSet.noneOf(NotificationKind.class);
        all.values().forEach(how -> {
            if (!how.inApp) {
                mute.add(how.kind);
            }
            if (how.mail) {
                mail.add(how.kind);
            }
            if (how.browser) {
                pop.add(how.kind);
            }
        });
        return new NotificationTaste(mute, mail, pop, minutes, version);
    }
}
