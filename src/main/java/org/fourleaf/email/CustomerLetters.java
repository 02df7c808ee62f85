package org.fourleaf.email;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.TicketCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails of the desk itself to a customer, past every queue: whoever sends one keeps the row that says it is to be sent. They say that a
 * machine wrote them, count against what one address may get of such within an hour, and an answer to one comes into its ticket.
 */
@Component
public class CustomerLetters {

    /**
     * One letter.
     *
     * @param id makes its Message-ID, so that one sent twice after a crash is one for the reader
     * @param ticket an answer to it comes into
     * @param department it is sent from
     * @param stop where the customer says that they want no more of the kind, by one click (RFC 8058)
     */
    public record Letter(
            UUID id,
            TicketCode ticket,
            UUID department,
            String to,
            String subject,
            String text,
            String html,
            String stop) {}

    /** What became of it. */
    public sealed interface Outcome permits Taken, Refused, Later {}

    /** The server has it. */
    public record Taken() implements Outcome {}

    /** It will never be taken. @param words why */
    public record Refused(String words) implements Outcome {}

    /** Try again. @param words why not now */
    public record Later(String words) implements Outcome {}

    private record Prepared(OutgoingServer server, SMTPMessage mail) {}

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final OutgoingServers servers;
    private final Mailboxes mailboxes;
    private final OutboxStore outbox;
    private final Departments departments;
    private final TransactionOperations transaction;
    private final Clock clock;

    CustomerLetters(
            OutgoingServers servers,
            Mailboxes mailboxes,
            OutboxStore outbox,
            Departments departments,
            TransactionOperations transaction,
            Clock clock) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.departments = departments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Several letters, one after the other: over one connection, while the server is the same and keeps it open. */
    public Round round() {
        return new Round();
    }

    /** Letters sent together. Of one thread. */
    public final class Round implements AutoCloseable {

        private @Nullable SmtpConnection connection;
        private @Nullable OutgoingServer server;

        private Round() {}

        /** Sends it now; call it in the workspace and outside any transaction, since a server may take its time. */
        public Outcome send(Actor by, Letter letter) {
            return CustomerLetters.this.send(by, letter, this);
        }

        private SmtpConnection to(OutgoingServer wanted) throws MessagingException {
            if (connection != null && wanted.equals(server) && connection.isOpen()) {
                return connection;
            }
            close();
            SmtpConnection opened = SmtpConnection.open(wanted);
            connection = opened;
            server = wanted;
            return opened;
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }

    private Outcome send(Actor by, Letter letter, Round round) {
        if (SmtpAddress.of(letter.to).isEmpty() || MailSender.isNobody(letter.to)) {
            return new Refused(SmtpAddress.REFUSED);
        }
        OutgoingServer server = servers.of(by).orElse(null);
        if (server == null) {
            return new Later(NoticeMail.NO_SERVER);
        }
        try {
            Optional<SMTPMessage> mail = transaction.execute(status -> write(by, letter));
            if (mail == null || mail.isEmpty()) {
                return new Later(NoticeMail.NO_SENDER);
            }
            Integer sent =
                    transaction.execute(status -> outbox.countAutomatic(by.workspace(), letter.to, clock.instant()));
            if (sent == null || sent > EmailOutlet.AUTOMATIC_PER_HOUR_MAX) {
                return new Later(EmailOutlet.TOO_MANY);
            }
            return sent(round, new Prepared(server, mail.get()), letter);
        } catch (Unwritable e) {
            return new Refused("the mail could not be written");
        }
    }

    private static Outcome sent(Round round, Prepared prepared, Letter letter) {
        try {
            SmtpConnection.Answer answer = round.to(prepared.server)
                    .send(prepared.mail, List.of(letter.to))
                    .getFirst();
            return switch (answer.verdict()) {
                case TAKEN -> new Taken();
                case LATER -> new Later(answer.words());
                case NEVER -> new Refused(answer.words());
            };
        } catch (MessagingException e) {
            return new Later(SmtpConnection.reason(e));
        }
    }

    /** None where there is no mailbox to send from. */
    private Optional<SMTPMessage> write(Actor by, Letter letter) {
        List<Mailbox> live = mailboxes.own(by).live();
        UUID chosen = outbox.way(by.workspace(), letter.department).mailbox();
        Mailbox mailbox = live.stream()
                .filter(one -> one.id().equals(chosen))
                .findFirst()
                .or(() -> live.stream()
                        .filter(one -> letter.department.equals(one.departmentId()))
                        .findFirst())
                .or(() -> live.stream().findFirst())
                .orElse(null);
        if (mailbox == null) {
            return Optional.empty();
        }
        Optional<Department> department = departments.byId(by, letter.department);
        String name = department
                .map(Department::senderName)
                .or(() -> Optional.ofNullable(mailbox.name()))
                .or(() -> department.map(Department::name))
                .orElse(null);
        try {
            return Optional.of(write(by, letter, mailbox, name));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Unwritable(e);
        }
    }

    private SMTPMessage write(Actor by, Letter letter, Mailbox mailbox, @Nullable String name)
            throws MessagingException, UnsupportedEncodingException {
        SMTPMessage mail = new SMTPMessage(NO_SESSION) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<letter-" + letter.id + "@" + mailbox.domain() + ">");
            }
        };
        ReplyToken token = ReplyToken.of(mailbox.replySecret(), letter.ticket);
        mail.setEnvelopeFrom(token.address(mailbox));
        mail.setFrom(address(mailbox.address(), name));
        mail.setReplyTo(new Address[] {address(token.address(mailbox), name)});
        mail.addRecipient(
                Message.RecipientType.TO,
                SmtpAddress.internet(letter.to).orElseThrow(() -> new MessagingException("to")));
        mail.setSubject(Texts.line(letter.subject), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Loop", FilingRound.loopMark(by));
        mail.setHeader("List-Unsubscribe", "<" + letter.stop + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.text, UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(letter.html, UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", plain, rich));
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress address(String address, @Nullable String name)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress made = new InternetAddress(address, false);
        if (name != null) {
            made.setPersonal(Texts.line(name), UTF_8);
        }
        return made;
    }

    /** Whatever of it came from people made no mail. */
    private static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unwritable(Exception cause) {
            super(cause);
        }
    }
}
