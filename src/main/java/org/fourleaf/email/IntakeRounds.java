package org.fourleaf.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files waiting mails, several in one transaction when many wait. When one of them stumbles the transaction is rolled back and each is
 * filed on its own, so that a mail that can't be filed holds up no other.
 */
@Component
class IntakeRounds {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeRounds.class);
    static final int MAILS_PER_ROUND = 20;
    /** Reading is part of the transaction, which may take 30 s. */
    private static final long BYTES_PER_ROUND = 4L * 1024 * 1024;

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);
    private static final int REASON_CHARS_MAX = 500;

    private final IntakeStore store;
    private final MailFiling filing;
    private final Mailboxes mailboxes;
    private final Clock clock;
    private final TransactionTemplate transaction;

    IntakeRounds(
            IntakeStore store,
            MailFiling filing,
            Mailboxes mailboxes,
            Clock clock,
            WorkspaceTransactions transactions) {
        this.store = store;
        this.filing = filing;
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Inside the workspace. @return how many were taken up; none when nothing waits that nobody else has */
    int fileSome(UUID workspace) {
        List<UUID> claimed = new ArrayList<>();
        try {
            transaction.executeWithoutResult(status -> round(workspace, claimed));
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            LOG.warn("A round of {} mails stumbled, each is filed on its own: {}", claimed.size(), e.toString());
            claimed.forEach(id -> fileAlone(workspace, id));
        }
        return claimed.size();
    }

    private void round(UUID workspace, List<UUID> claimed) {
        Instant now = clock.instant();
        List<Intake> waiting = store.claim(workspace, now, MAILS_PER_ROUND);
        if (waiting.isEmpty()) {
            return;
        }
        FilingRound round = begin(workspace, now);
        long bytes = 0;
        for (Intake intake : waiting) {
            bytes += intake.size();
            if (bytes > BYTES_PER_ROUND && !claimed.isEmpty()) {
                return;
            }
            claimed.add(intake.id());
            file(round, intake);
        }
    }

    private void fileAlone(UUID workspace, UUID id) {
        try {
            transaction.executeWithoutResult(status ->
                    store.claim(workspace, id).ifPresent(intake -> file(begin(workspace, clock.instant()), intake)));
        } catch (RuntimeException e) {
            LOG.error("The mail {} could not be filed", id, e);
            afterFailure(workspace, id, e);
        }
    }

    private void afterFailure(UUID workspace, UUID id, RuntimeException failure) {
        String reason = failure.toString();
        String bounded = reason.substring(0, Math.min(reason.length(), REASON_CHARS_MAX));
        try {
            transaction.executeWithoutResult(status -> store.claim(workspace, id)
                    .ifPresent(intake -> {
                        if (intake.attempts() + 1 >= ATTEMPTS_MAX) {
                            filing.giveUp(begin(workspace, clock.instant()), intake, bounded);
                        } else {
                            store.postpone(
                                    workspace, id, clock.instant().plus(pause(intake.attempts())), true, bounded);
                        }
                    }));
        } catch (RuntimeException e) {
            LOG.error("The mail {} stays in the queue", id, e);
            transaction.executeWithoutResult(
                    status -> store.postpone(workspace, id, clock.instant().plus(PAUSE_MAX), true, bounded));
        }
    }

    /** Doubling from five seconds. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    private FilingRound begin(UUID workspace, Instant now) {
        Actor by = Actor.system(workspace);
        return new FilingRound(by, mailboxes.own(by), now);
    }

    private void file(FilingRound round, Intake intake) {
        try {
            filing.file(round, intake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StackOverflowError e) {
            // A hostile nesting: the mail's failure, not the worker's.
            throw new IllegalStateException("the mail is nested too deeply", e);
        }
    }
}
