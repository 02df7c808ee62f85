package org.fourleaf.email;

import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue to one server: mails go over one connection, one after the other. While the server is out of reach the lane rests. */
final class DispatchLane {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLane.class);
    private static final long FIRST_REST_NANOS = 15_000_000_000L;
    private static final long REST_NANOS_MAX = 300_000_000_000L;

    /** What a lane needs of the rest. */
    record Tools(Outbox outbox, Mailboxes mailboxes, MailComposing composing, InFlight inFlight) {}

    private final OutgoingServer server;
    private final Tools tools;
    private final SequencedSet<UUID> waiting = new LinkedHashSet<>();
    private boolean working;
    private int failures;
    private long restUntil = System.nanoTime();

    DispatchLane(OutgoingServer server, Tools tools) {
        this.server = server;
        this.tools = tools;
    }

    /** @return whether a thread must now be started to {@link #run} it */
    synchronized boolean offer(UUID workspace) {
        if (System.nanoTime() - restUntil < 0) {
            return false;
        }
        waiting.add(workspace);
        boolean idle = !working;
        working = true;
        return idle;
    }

    synchronized boolean isIdle() {
        return !working && failures == 0 && System.nanoTime() - restUntil >= 0;
    }

    void run() {
        Connection connection = new Connection();
        try {
            for (UUID workspace = next(); workspace != null; workspace = next()) {
                UUID current = workspace;
                Workspaces.run(current, () -> sendAll(Actor.system(current), connection));
            }
        } catch (RuntimeException e) {
            LOG.error("Sending by {} stumbled and goes on later", server, e);
            stopWorking();
        } finally {
            connection.close();
        }
    }

    private synchronized @Nullable UUID next() {
        if (waiting.isEmpty() || System.nanoTime() - restUntil < 0) {
            waiting.clear();
            working = false;
            return null;
        }
        return waiting.removeFirst();
    }

    private synchronized void stopWorking() {
        waiting.clear();
        working = false;
    }

    private void sendAll(Actor by, Connection connection) {
        List<OutboundMail> claimed = tools.outbox.claim(by);
        while (!claimed.isEmpty()) {
            try (InFlight.Hold hold = tools.inFlight.hold(by.workspace(), claimed)) {
                for (OutboundMail mail : claimed) {
                    send(by, mail, connection);
                    hold.release(mail);
                }
            }
            claimed = resting() ? List.of() : tools.outbox.claim(by);
        }
    }

    private void send(Actor by, OutboundMail mail, Connection connection) {
        SMTPMessage composed;
        try {
            Mailbox mailbox = tools.mailboxes
                    .own(by)
                    .byId(Objects.requireNonNull(mail.mailbox()))
                    .orElseThrow();
            composed = tools.composing.compose(by, mail, mailbox);
        } catch (MessagingException | RuntimeException e) {
            LOG.error("The answer {} could not be written as a mail", mail.message(), e);
            tools.outbox.putOff(by, mail, "the mail could not be written");
            return;
        }
        try {
            List<SmtpConnection.Answer> answers = connection.to(server).send(composed, Outbox.open(mail));
            tools.outbox.settle(by, mail, answers);
            reached();
        } catch (MessagingException e) {
            outOfReach();
            tools.outbox.putOff(by, mail, SmtpConnection.reason(e));
        }
    }

    private synchronized boolean resting() {
        return System.nanoTime() - restUntil < 0;
    }

    private synchronized void reached() {
        failures = 0;
    }

    private synchronized void outOfReach() {
        long rest = Math.min(REST_NANOS_MAX, FIRST_REST_NANOS << Math.min(failures, 10));
        failures++;
        restUntil = System.nanoTime() + rest;
    }

    /** Opened by the first mail, kept for the next ones. After one failure it does not try again for the mails already claimed. */
    private static final class Connection {
        private @Nullable SmtpConnection open;
        private @Nullable MessagingException failure;

        SmtpConnection to(OutgoingServer server) throws MessagingException {
            if (failure != null) {
                throw failure;
            }
            if (open == null || !open.isOpen()) {
                try {
                    open = SmtpConnection.open(server);
                } catch (MessagingException e) {
                    failure = e;
                    throw e;
                }
            }
            return open;
        }

        void close() {
            if (open != null) {
                open.close();
            }
        }
    }
}
