package org.fourleaf.email;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/** An open connection to an outgoing server, good for many mails one after the other. */
final class SmtpConnection implements AutoCloseable {

    private static final String CONNECT_MILLIS_MAX = "10000";
    private static final String SILENCE_MILLIS_MAX = "60000";
    private static final int WORDS_CHARS_MAX = 500;
    private static final int NO_CODE = 0;
    /** The login, not the mail, is what these complain of: the mail waits until somebody has put it right. */
    private static final Set<Integer> LOGIN_COMPLAINTS = Set.of(530, 534, 535, 538);

    /** What the server said about one recipient. */
    record Answer(String recipient, Verdict verdict, String words) {}

    /** Taken: it is the server's now. Later: try again. Never: it said no. */
    enum Verdict {
        TAKEN,
        LATER,
        NEVER
    }

    private final SMTPTransport transport;

    private SmtpConnection(SMTPTransport transport) {
        this.transport = transport;
    }

    static SmtpConnection open(OutgoingServer server) throws MessagingException {
        String protocol = server.implicitTls() ? "smtps" : "smtp";
        Properties wants = new Properties();
        String prefix = "mail." + protocol + ".";
        wants.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS_MAX);
        wants.setProperty(prefix + "timeout", SILENCE_MILLIS_MAX);
        wants.setProperty(prefix + "writetimeout", SILENCE_MILLIS_MAX);
        wants.setProperty(prefix + "sendpartial", "true");
        wants.setProperty(prefix + "reportsuccess", "true");
        wants.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        wants.setProperty(prefix + "quitwait", "false");
        if (!server.implicitTls()) {
            wants.setProperty(prefix + "starttls.enable", Boolean.toString(server.tls() != OutgoingServer.Tls.NONE));
            wants.setProperty(
                    prefix + "starttls.required", Boolean.toString(server.tls() == OutgoingServer.Tls.REQUIRED));
            if (server.tls() == OutgoingServer.Tls.OFFERED) {
                // Encrypted to whoever answers is better than in the clear to the same; who wants proof says required.
                wants.setProperty(prefix + "ssl.trust", "*");
                wants.setProperty(prefix + "ssl.checkserveridentity", "false");
            }
        }
        SMTPTransport transport = (SMTPTransport) Session.getInstance(wants).getTransport(protocol);
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (MessagingException e) {
            transport.close();
            throw e;
        }
        return new SmtpConnection(transport);
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    /** Never throws for what the server or the line does: that is the answer. */
    List<Answer> send(SMTPMessage mail, List<String> recipients) {
        String sender = mail.getEnvelopeFrom();
        if (sender != null) {
            String address = SmtpAddress.of(sender).orElse(null);
            if (address == null) {
                return recipients.stream()
                        .map(recipient ->
                                new Answer(recipient, Verdict.NEVER, "the mailbox's address can't be sent from"))
                        .toList();
            }
            mail.setEnvelopeFrom(address);
        }
        Map<String, String> recipientsByAddress = new LinkedHashMap<>();
        List<Address> addresses = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (String recipient : recipients) {
            InternetAddress address = SmtpAddress.internet(recipient).orElse(null);
            if (address == null) {
                answers.add(new Answer(recipient, Verdict.NEVER, SmtpAddress.REFUSED));
            } else if (recipientsByAddress.putIfAbsent(address.getAddress(), recipient) == null) {
                addresses.add(address);
            } else {
                answers.add(new Answer(recipient, Verdict.NEVER, "another recipient has the same address"));
            }
        }
        if (!addresses.isEmpty()) {
            sendTo(mail, addresses).stream()
                    .map(answer -> new Answer(
                            recipientsByAddress.getOrDefault(answer.recipient, answer.recipient),
                            answer.verdict,
                            answer.words))
                    .forEach(answers::add);
        }
        return answers;
    }

    /** Without the brackets that {@link InternetAddress#toString} puts around what it finds unusual. */
    private static String bare(Address address) {
        return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
    }

    private List<Answer> sendTo(SMTPMessage mail, List<Address> addresses) {
        try {
            transport.sendMessage(mail, addresses.toArray(Address[]::new));
            return all(addresses, Verdict.TAKEN, words(transport.getLastServerResponse()));
        } catch (SendFailedException e) {
            return answers(addresses, e);
        } catch (MessagingException e) {
            closeQuietly();
            return all(addresses, Verdict.LATER, words(reason(e)));
        }
    }

    private List<Answer> answers(List<Address> addresses, SendFailedException failure) {
        Set<String> taken = new HashSet<>();
        if (failure.getValidSentAddresses() != null) {
            for (Address address : failure.getValidSentAddresses()) {
                taken.add(bare(address));
            }
        }
        Map<String, SMTPAddressFailedException> refused = new HashMap<>();
        int code = NO_CODE;
        String said = failure.getMessage();
        for (Exception next = failure; next instanceof MessagingException link; next = link.getNextException()) {
            switch (link) {
                case SMTPAddressFailedException address -> refused.put(bare(address.getAddress()), address);
                case SMTPSendFailedException whole
                when whole.getReturnCode() >= 400 -> {
                    code = whole.getReturnCode();
                    said = whole.getMessage();
                }
                case SMTPSenderFailedException sender -> {
                    code = sender.getReturnCode();
                    said = sender.getMessage();
                }
                default -> {}
            }
        }
        List<Answer> answers = new ArrayList<>();
        for (Address address : addresses) {
            String recipient = bare(address);
            SMTPAddressFailedException own = refused.get(recipient);
            if (taken.contains(recipient)) {
                answers.add(new Answer(recipient, Verdict.TAKEN, words(transport.getLastServerResponse())));
            } else if (own != null) {
                answers.add(new Answer(recipient, verdict(own.getReturnCode()), words(own.getMessage())));
            } else {
                answers.add(new Answer(recipient, verdict(code), words(said)));
            }
        }
        return answers;
    }

    private static Verdict verdict(int code) {
        return code >= 500 && code < 600 && !LOGIN_COMPLAINTS.contains(code) ? Verdict.NEVER : Verdict.LATER;
    }

    private static List<Answer> all(List<Address> addresses, Verdict verdict, String words) {
        return addresses.stream()
                .map(address -> new Answer(bare(address), verdict, words))
                .toList();
    }

    /** What went wrong with the connection, in one line. */
    static String reason(MessagingException e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof AuthenticationFailedException) {
            return "the server refused the login: " + words;
        }
        Exception cause = e.getNextException();
        String said = cause == null ? words : words + " (" + cause.getMessage() + ")";
        return words(said);
    }

    private static String words(@Nullable String said) {
        String line = said == null ? "" : Texts.line(said);
        return Texts.cut(line.strip(), WORDS_CHARS_MAX);
    }

    private void closeQuietly() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }
}
