package org.fourleaf.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Short mails of the desk itself to its own people, past every queue: whoever sends one keeps the row that says it is to be sent. */
@Component
public class NoticeMail {

    /** Nobody said which server sends. */
    public static final String NO_SERVER = "no-server";
    /** There is no mailbox to send from. */
    public static final String NO_SENDER = "no-mailbox";

    private final OutgoingServers servers;
    private final Mailboxes mailboxes;
    private final Clock clock;

    NoticeMail(OutgoingServers servers, Mailboxes mailboxes, Clock clock) {
        this.servers = servers;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Whether there is a server to send with and an address to send from. */
    @Transactional(readOnly = true)
    public boolean possible(Actor by) {
        return servers.of(by).isPresent() && sender(by).isPresent();
    }

    /**
     * Sends one now; call it outside any transaction, since a server may take its time.
     *
     * @param id makes its Message-ID, so that one sent twice after a crash is one for the reader
     * @return whether the server took it
     */
    public boolean send(Actor by, UUID id, String to, String subject, String text) {
        return failureOf(by, id, to, subject, text).isEmpty();
    }

    /** A file that comes with a mail. */
    public record File(String name, String type, byte[] bytes) {}

    /** The same with a file. */
    public boolean send(Actor by, UUID id, String to, String subject, String text, File file) {
        return failureOf(by, id, to, subject, text, file).isEmpty();
    }

    /** The same, with what went wrong: {@link #NO_SERVER}, {@link #NO_SENDER}, or the server's words; none when it was taken. */
    public Optional<String> failureOf(Actor by, UUID id, String to, String subject, String text) {
        return failureOf(by, id, to, subject, text, null);
    }

    private Optional<String> failureOf(Actor by, UUID id, String to, String subject, String text, @Nullable File file) {
        Optional<OutgoingServer> server = servers.of(by);
        Optional<String> from = sender(by);
        if (server.isEmpty()) {
            return Optional.of(NO_SERVER);
        }
        if (from.isEmpty()) {
            return Optional.of(NO_SENDER);
        }
        try (SmtpConnection connection = SmtpConnection.open(server.get())) {
            SmtpConnection.Answer answer = connection
                    .send(write(id, from.get(), to, subject, text, file), List.of(to))
                    .getFirst();
            return answer.verdict() == SmtpConnection.Verdict.TAKEN ? Optional.empty() : Optional.of(answer.words());
        } catch (MessagingException e) {
            return Optional.of(SmtpConnection.reason(e));
        }
    }

    private Optional<String> sender(Actor by) {
        return mailboxes.all(by).stream().map(Mailbox::address).findFirst();
    }

    private SMTPMessage write(UUID id, String from, String to, String subject, String text, @Nullable File file)
            throws MessagingException {
        String messageId = "<notice-" + id + from.substring(from.lastIndexOf('@')) + ">";
        SMTPMessage mail = new SMTPMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        mail.setEnvelopeFrom(from);
        mail.setFrom(new InternetAddress(from, false));
        mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (file == null) {
            mail.setText(text, StandardCharsets.UTF_8.name());
        } else {
            MimeBodyPart words = new MimeBodyPart();
            words.setText(text, StandardCharsets.UTF_8.name());
            MimeBodyPart attached = new MimeBodyPart();
            attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes, file.type)));
            attached.setFileName(file.name);
            mail.setContent(new MimeMultipart(words, attached));
        }
        mail.saveChanges();
        return mail;
    }
}
