package org.fourleaf.email;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.tickets.AnswerQuery;
import org.fourleaf.tickets.Attachment;
import org.fourleaf.tickets.TextVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the mail of an answer. Whatever comes from people goes into headers as one line, encoded. */
@Component
@Transactional(readOnly = true)
class MailComposing {

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern CONTENT_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,60}");
    private static final Pattern REPLY_SUBJECT = Pattern.compile("(?i)re: .*");

    private final AnswerQuery answers;
    private final OutboxStore outbox;
    private final Agents agents;
    private final Departments departments;
    private final Blobs blobs;
    private final List<AnswerFoot> feet;

    MailComposing(
            AnswerQuery answers,
            OutboxStore outbox,
            Agents agents,
            Departments departments,
            Blobs blobs,
            List<AnswerFoot> feet) {
        this.answers = answers;
        this.outbox = outbox;
        this.agents = agents;
        this.departments = departments;
        this.blobs = blobs;
        this.feet = List.copyOf(feet);
    }

    /** Always the same mail for the same answer, under the same Message-ID. Its files are read while it is sent. */
    SMTPMessage compose(Actor by, OutboundMail outbound, Mailbox mailbox) throws MessagingException {
        AnswerQuery.Answer answer = answers.find(by, outbound.message()).orElseThrow();
        ReplyToken token = ReplyToken.of(mailbox.replySecret(), answer.ticket());
        SMTPMessage mail = new Named(outbound.rfcMessageId());
        mail.setEnvelopeFrom(token.forAnswer(answer.message()).address(mailbox));
        mail.setFrom(address(mailbox.address(), sender(by, answer, mailbox)));
        mail.setReplyTo(new Address[] {address(token.address(mailbox), mailbox.name())});
        for (OutboundMail.Recipient recipient : outbound.recipients()) {
            // One address that can't be sent to is told beside the answer and holds up none of the others.
            InternetAddress address = SmtpAddress.internet(recipient.address()).orElse(null);
            if (address != null && recipient.role() != OutboundMail.Role.BCC) {
                mail.addRecipient(
                        recipient.role() == OutboundMail.Role.TO ? Message.RecipientType.TO : Message.RecipientType.CC,
                        address);
            }
        }
        mail.setSentDate(Date.from(answer.at()));
        mail.setSubject(subject(answer), UTF_8);
        mail.setHeader("X-Loop", FilingRound.loopMark(by));
        if (answer.authorKind() != Actor.Kind.AGENT) {
            // So that no machine answers a machine.
            mail.setHeader("Auto-Submitted", "auto-replied");
            mail.setHeader("X-Auto-Response-Suppress", "All");
        }
        thread(mail, answer);
        MailWords words = MailWords.of(
                answer,
                signatures(by, answer),
                feet.stream().flatMap(foot -> foot.under(by, answer).stream()).toList(),
                ZoneId.of(outbox.timeZone(by.workspace())));
        setContent(mail, by, answer, words, mailbox);
        mail.saveChanges();
        return mail;
    }

    private static void thread(SMTPMessage mail, AnswerQuery.Answer answer) throws MessagingException {
        String parent = answer.answered() == null || answer.forwards()
                ? null
                : answer.answered().rfcMessageId();
        if (parent != null && EmailOutlet.fitsAHeader(parent)) {
            mail.setHeader("In-Reply-To", "<" + parent + ">");
        }
        if (answer.rfcReferences() != null) {
            List<String> references = new ArrayList<>();
            for (String id : answer.rfcReferences().split(" ", -1)) {
                if (EmailOutlet.fitsAHeader(id)) {
                    references.add("<" + id + ">");
                }
            }
            mail.setHeader("References", String.join("\r\n ", references));
        }
    }

    private static String subject(AnswerQuery.Answer answer) {
        String subject = Texts.cut(Texts.line(answer.subject()), Limits.SUBJECT_LENGTH_MAX);
        boolean answers =
                answer.answered() != null && !REPLY_SUBJECT.matcher(subject).matches();
        String code = "[" + answer.ticket().text() + "]";
        return (answer.forwards() ? "Fwd: " : answers ? "Re: " : "")
                + (subject.contains(code) ? subject : subject + " " + code);
    }

    private String sender(Actor by, AnswerQuery.Answer answer, Mailbox mailbox) {
        Department department = departments.readable(Actor.system(by.workspace()), answer.department());
        String named = department.senderName() == null ? mailbox.name() : department.senderName();
        String desk = named == null ? department.name() : named;
        if (answer.authorKind() != Actor.Kind.AGENT || answer.author() == null) {
            return desk;
        }
        return agents.readable(by, answer.author()).nameForCustomers() + " (" + desk + ")";
    }

    /** The one the agent has in this department, else the agent's, then the department's; variables filled in. */
    private List<String> signatures(Actor by, AnswerQuery.Answer answer) {
        List<String> signatures = new ArrayList<>();
        Department department = departments.readable(by, answer.department());
        Map<String, String> values = new HashMap<>();
        values.put("department.name", department.name());
        if (answer.authorKind() == Actor.Kind.AGENT && answer.author() != null) {
            Agent agent = agents.readable(by, answer.author());
            values.put("agent.name", agent.nameForCustomers());
            addIfThere(signatures, department.signatureOf(agent.id()));
            if (!signatures.isEmpty()) {
                return filled(signatures, values);
            }
            addIfThere(signatures, agent.signatureHtml());
        }
        addIfThere(signatures, department.signatureHtml());
        return filled(signatures, values);
    }

    private static List<String> filled(List<String> signatures, Map<String, String> values) {
        return signatures.stream().map(html -> TextVariables.fill(html, values)).toList();
    }

    private static void addIfThere(List<String> signatures, @Nullable String html) {
        if (html != null && !html.isBlank()) {
            signatures.add(html);
        }
    }

    private void setContent(SMTPMessage mail, Actor by, AnswerQuery.Answer answer, MailWords words, Mailbox mailbox)
            throws MessagingException {
        String html = words.html();
        List<MimeBodyPart> pictures = new ArrayList<>();
        List<MimeBodyPart> files = new ArrayList<>();
        for (Attachment file : answer.attachments()) {
            String shown = "src=\"" + file.url() + "\"";
            if (html.contains(shown) && file.type().startsWith("image/")) {
                String contentId = file.id() + "@" + mailbox.domain();
                html = html.replace(shown, "src=\"cid:" + contentId + "\"");
                MimeBodyPart picture = file(by.workspace(), file);
                picture.setDisposition("inline");
                picture.setContentID("<" + contentId + ">");
                pictures.add(picture);
            } else {
                files.add(file(by.workspace(), file));
            }
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(words.text(), UTF_8);
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, UTF_8, "html");
        MimeMultipart alternative = multipart("alternative", plain, inOne("related", rich, pictures));
        if (files.isEmpty()) {
            mail.setContent(alternative);
        } else {
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(alternative);
            MimeMultipart mixed = multipart("mixed", body);
            for (MimeBodyPart file : files) {
                mixed.addBodyPart(file);
            }
            mail.setContent(mixed);
        }
    }

    private static MimeBodyPart inOne(String subtype, MimeBodyPart first, List<MimeBodyPart> others)
            throws MessagingException {
        if (others.isEmpty()) {
            return first;
        }
        MimeMultipart together = multipart(subtype, first);
        for (MimeBodyPart other : others) {
            together.addBodyPart(other);
        }
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(together);
        return part;
    }

    private static MimeMultipart multipart(String subtype, MimeBodyPart... parts) throws MessagingException {
        MimeMultipart multipart = new MimeMultipart(subtype);
        for (MimeBodyPart part : parts) {
            multipart.addBodyPart(part);
        }
        return multipart;
    }

    private MimeBodyPart file(UUID workspace, Attachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String name = Texts.line(file.name());
        part.setDataHandler(new DataHandler(new Stored(blobs.path(workspace, file.hash()), name, type(file.type()))));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition("attachment");
        return part;
    }

    /** A mail or multipart may not be base64; as a mere file it may. */
    private static String type(String claimed) {
        String type = claimed.toLowerCase(Locale.ROOT);
        boolean container = type.startsWith("message/") || type.startsWith("multipart/");
        return container || !CONTENT_TYPE.matcher(type).matches() ? "application/octet-stream" : type;
    }

    private static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        try {
            InternetAddress made = new InternetAddress(address, false);
            if (name != null) {
                made.setPersonal(Texts.line(name), UTF_8);
            }
            return made;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps the Message-ID it was given. */
    private static final class Named extends SMTPMessage {
        private final @Nullable String rfcMessageId;

        Named(@Nullable String rfcMessageId) {
            super(NO_SESSION);
            this.rfcMessageId = rfcMessageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + rfcMessageId + ">");
        }
    }

    /** A file read from disk each time the mail is written out. */
    private record Stored(Path path, String name, String type) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
