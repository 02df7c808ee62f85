package org.fourleaf.email;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail on an SMTP connection, from MAIL FROM to the answer behind its last dot. */
final class SmtpTransaction implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransaction.class);
    private static final int RECIPIENT_CHARS_MAX = 320;
    /** What a sender of too much may still say after our 552, so that it gets to read it. */
    private static final long DRAIN_BYTES_MAX = 256L * 1024 * 1024;

    private static final Duration MAIL_WITHIN = Duration.ofMinutes(10);

    private final MailAccepting accepting;
    private final MailboxAddresses addresses;
    private final DataInProgress inProgress;
    private final MessageContext context;
    private final Map<MailboxStore.Place, List<String>> recipients = new LinkedHashMap<>();
    private @Nullable String sender;

    SmtpTransaction(
            MailAccepting accepting, MailboxAddresses addresses, DataInProgress inProgress, MessageContext context) {
        this.accepting = accepting;
        this.addresses = addresses;
        this.inProgress = inProgress;
        this.context = context;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        MailboxStore.Place place;
        try {
            place = addresses.find(recipient).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A recipient could not be looked up: {}", e.getMessage());
            throw new RejectException(451, "4.3.0 Temporarily out of order, try again later");
        }
        if (place == null) {
            throw new RejectException(550, "5.1.1 No such mailbox here");
        }
        recipients
                .computeIfAbsent(place, there -> new ArrayList<>())
                .add(Texts.cut(Texts.line(recipient), RECIPIENT_CHARS_MAX));
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        if (!inProgress.begin()) {
            throw new RejectException(421, "4.3.2 Shutting down, try again later");
        }
        Arriving arriving = new Arriving(data);
        try {
            List<MailAccepting.Delivery> deliveries = recipients.entrySet().stream()
                    .map(entry -> new MailAccepting.Delivery(entry.getKey(), entry.getValue()))
                    .toList();
            accepting.accept(Intake.Source.SMTP, sender, deliveries, arriving);
            return "2.0.0 Accepted";
        } catch (Blobs.TooLarge e) {
            refuseWhileStreaming(arriving);
            throw new RejectException(552, "5.3.4 Too large");
        } catch (IOException | RuntimeException e) {
            if (arriving.broken) {
                throw e instanceof IOException gone ? gone : new IOException(e);
            }
            LOG.error("A mail could not be kept and its sender is asked to come again", e);
            arriving.drain();
            startAfresh();
            throw isDiskFull(e)
                    ? new RejectException(452, "4.3.1 No room at the moment, try again later")
                    : new RejectException(451, "4.3.0 Temporarily out of order, try again later");
        } finally {
            inProgress.end();
        }
    }

    @Override
    public void done() {
        recipients.clear();
    }

    /** Says so at once instead of after the last byte, then listens a while: a connection cut at once would swallow the answer. */
    private void refuseWhileStreaming(Arriving arriving) throws IOException {
        if (context instanceof Session session) {
            session.sendResponse("552 5.3.4 A mail may have " + accepting.bytesMax() + " bytes at most");
            try {
                arriving.drain();
            } finally {
                session.quit();
            }
        }
    }

    /** Without this the sender's next MAIL FROM on this connection would be out of turn. */
    private void startAfresh() {
        if (context instanceof Session session) {
            session.resetMailTransaction();
        }
    }

    private static boolean isDiskFull(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String words = cause.getMessage();
            if (words != null && (words.contains("No space left") || words.contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    /** The mail's bytes; tells the sender's failures from ours and ends senders without end. */
    private static final class Arriving extends FilterInputStream {
        private final long until = System.nanoTime() + MAIL_WITHIN.toNanos();
        private boolean broken;

        Arriving(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (System.nanoTime() - until > 0) {
                    throw new IOException("the mail took longer than " + MAIL_WITHIN);
                }
                return in.read(into, offset, length);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }

        void drain() throws IOException {
            byte[] buffer = new byte[8192];
            long drained = 0;
            for (int n = read(buffer, 0, buffer.length);
                    n >= 0 && drained < DRAIN_BYTES_MAX;
                    n = read(buffer, 0, buffer.length)) {
                drained += n;
            }
        }
    }
}
