package org.fourleaf.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** The mail with which somebody tries whether the outgoing server works. */
final class TrialMail {

    private TrialMail() {}

    static SMTPMessage write(String from, String to, Instant now) throws MessagingException {
        SMTPMessage mail = new SMTPMessage(Session.getInstance(new Properties()));
        mail.setEnvelopeFrom(from);
        mail.setFrom(new InternetAddress(from, false));
        mail.addRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        mail.setSubject("Fourleaf can send mail", StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText("This is a test. Your help desk reaches its outgoing server.\n", StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }
}
