package org.fourleaf.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.email.NoticeMail;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Mails agents what they have not read in time: one mail of all that waits, and of each notification one mail only. */
@Component
class NoticeMailing {

    private static final int AGENTS_AT_ONCE = 100;
    private static final int NOTICES_A_MAIL = 20;
    /** A server that took nothing is asked again after so long; so is one whose answer was lost in a crash. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);

    private record Mail(NoticeStore.Reader reader, List<NoticeStore.Notice> notices) {}

    private final NoticeStore store;
    private final NoticeMail mail;
    private final WorkspacePlace place;
    private final Departments departments;
    private final TransactionOperations transaction;
    private final Clock clock;

    NoticeMailing(
            NoticeStore store,
            NoticeMail mail,
            WorkspacePlace place,
            Departments departments,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.mail = mail;
        this.place = place;
        this.departments = departments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called in the workspace, outside any transaction. */
    void mailUnread(Actor by) {
        Instant now = clock.instant();
        List<UUID> waiting = transaction.execute(status -> store.waiting(by.workspace(), now, AGENTS_AT_ONCE));
        if (waiting == null || waiting.isEmpty() || !mail.possible(by)) {
            return;
        }
        waiting.forEach(agent -> mailOne(by, agent, now));
    }

    private void mailOne(Actor by, UUID agent, Instant now) {
        Optional<Mail> taken = transaction.execute(status -> take(by, agent, now));
        if (taken == null || taken.isEmpty()) {
            return;
        }
        List<NoticeStore.Notice> notices = taken.get().notices;
        NoticeStore.Reader reader = taken.get().reader;
        List<NoticeStore.Notice> seen = notices.stream()
                .filter(notice -> notice.department() == null || departments.agentSees(by, agent, notice.department()))
                .toList();
        String origin = seen.isEmpty() ? null : place.origin(by.workspace()).orElse(null);
        boolean done = seen.isEmpty()
                || mail.send(
                        by,
                        seen.getLast().id(),
                        reader.email(),
                        NoticeWords.subject(reader.language(), seen),
                        NoticeWords.text(reader.language(), seen, origin));
        if (done) {
            List<UUID> ids = notices.stream().map(NoticeStore.Notice::id).toList();
            transaction.executeWithoutResult(status -> store.mailed(by.workspace(), agent, ids, clock.instant()));
        }
    }

    private Optional<Mail> take(Actor by, UUID agent, Instant now) {
        return store.reader(by.workspace(), agent)
                .map(reader -> new Mail(
                        reader, store.claim(by.workspace(), agent, now, now.plus(AGAIN_AFTER), NOTICES_A_MAIL)))
                .filter(found -> !found.notices.isEmpty());
    }
}
