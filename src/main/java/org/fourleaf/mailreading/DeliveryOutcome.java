package org.fourleaf.mailreading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads delivery reports: RFC 3464's, and the many that are prose. */
record DeliveryOutcome(List<Bounce> bounces, boolean delivered) {
    private static final int BOUNCES_MAX = 100;
    private static final int REASON_CHARS_MAX = 1000;
    private static final int PROSE_CHARS_MAX = 16 * 1024;
    private static final int RETURNED_BYTES_MAX = 64 * 1024;

    private static final Pattern DAEMON =
            Pattern.compile("(?i)(?:mailer-daemon|mail-daemon|mailerdaemon|postmaster|mdaemon|microsoftexchange.*)@.*"
                    + "|(?i)mailer-daemon");
    private static final Pattern SUBJECT = Pattern.compile(
            "(?i).*(?:undeliver|delivery (?:status|failure|has failed|problem|report|delayed)|failure notice|returned mail|mail delivery|non[- ]?deliver|not delivered"
                    + "|could ?n.t be delivered|cannot be delivered|returned to sender|delivery incomplete|message status|delivery notification|unzustellbar|nicht zustellbar|zustellung"
                    + "|remise|non remis|échec|no se pudo entregar|no entregado|onbestelbaar|niet bezorg|nedoručit|nepristatyt|недоставлен|не доставлен|rejected|warning: (?:could not|message)"
                    + "|delivery error|mail system error|user unknown|fallito|impossibile).*");
    private static final Pattern PROSE = Pattern.compile(
            "(?i)(?:could not be delivered|couldn.t be delivered|wasn.t delivered|was not delivered|delivery (?:to|has) .{0,80}failed|permanent(?:ly)? (?:fatal )?(?:error|failure)|failed permanently"
                    + "|user unknown|unknown user|no such user|mailbox (?:unavailable|not found|full)|address (?:rejected|not found)|recipient (?:rejected|unknown)|does not exist"
                    + "|undeliverable|unable to deliver|not able to deliver|returned to sender|delivery failed|this is the (?:qmail|mail system)|has been delayed|not yet been delivered|still being retried)");
    private static final Pattern STILL_TRYING = Pattern.compile(
            "(?i)(?:delay|will (?:be )?retr|still trying|still being|not yet been|warning message|keep(?:s)? trying|do not need to resend|temporar)");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern CODE = Pattern.compile("\\b([45])\\d\\d[ -]");
    private static final Pattern RECIPIENT = Pattern.compile(
            "(?im)^\\s*(?:(?:final-recipient|original-recipient)\\s*:\\s*(?:rfc822\\s*;)?\\s*)?<?([^\\s<>@:;,()\"\\[]{1,64}@[\\w.-]{1,253})>?");
    private static final Pattern ANY_ADDRESS =
            Pattern.compile("([^\\s<>@:;,()\"'\\[]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[> \\t]*message-id\\s*:\\s*<?([^\\s<>]{3,998})>?");

    static DeliveryOutcome of(ReadMail mail) {
        String status = mail.report().status();
        if (!status.isBlank()) {
            DeliveryOutcome outcome = fromFields(status, mail);
            if (outcome.delivered || !outcome.bounces.isEmpty()) {
                return outcome;
            }
        }
        return isProseBounce(mail)
                ? new DeliveryOutcome(List.of(fromProse(mail)), false)
                : new DeliveryOutcome(List.of(), false);
    }

    /** Whether it comes from a mail system itself. */
    static boolean isNobody(ReadMail mail) {
        String returnPath = mail.headers().first("return-path");
        return (returnPath != null && returnPath.strip().equals("<>")) || isDaemon(mail);
    }

    private static boolean isDaemon(ReadMail mail) {
        return mail.from().stream()
                .anyMatch(from -> DAEMON.matcher(from.address()).matches());
    }

    private static DeliveryOutcome fromFields(String fields, ReadMail mail) {
        List<Bounce> bounces = new ArrayList<>();
        boolean delivered = false;
        String original = originalMessageId(mail);
        for (String block : fields.replace("\r", "").split("\n[ \t]*\n", -1)) {
            Map<String, String> named = fields(block);
            String action =
                    named.getOrDefault("action", "").toLowerCase(Locale.ROOT).strip();
            String recipient =
                    address(named.getOrDefault("original-recipient", ""), named.getOrDefault("final-recipient", ""));
            if (action.isEmpty() && recipient == null && !named.containsKey("disposition")) {
                continue;
            }
            if (named.containsKey("disposition")) {
                delivered = true; // a read receipt
            } else if (action.equals("delivered") || action.equals("relayed") || action.equals("expanded")) {
                delivered = true;
            } else if (bounces.size() < BOUNCES_MAX) {
                Matcher code = STATUS.matcher(
                        named.getOrDefault("status", "") + " " + named.getOrDefault("diagnostic-code", ""));
                String status = code.find() ? code.group(1) : null;
                // "Failed" is final, also when the last of many tries ended with a 4.
                boolean hard = action.isEmpty() ? status == null || status.startsWith("5") : !action.equals("delayed");
                bounces.add(new Bounce(
                        recipient, hard, status, reason(named.getOrDefault("diagnostic-code", action)), original));
            }
        }
        return new DeliveryOutcome(List.copyOf(bounces), delivered && bounces.isEmpty());
    }

    private static Map<String, String> fields(String block) {
        Map<String, String> fields = new LinkedHashMap<>();
        String name = "";
        for (String line : block.split("\n", -1)) {
            int colon = line.indexOf(':');
            if ((line.startsWith(" ") || line.startsWith("\t")) && !name.isEmpty()) {
                fields.merge(name, line.strip(), (before, more) -> before + " " + more);
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static @Nullable String address(String... fields) {
        for (String field : fields) {
            Matcher address = ANY_ADDRESS.matcher(field);
            if (address.find()) {
                return address.group(1);
            }
        }
        return null;
    }

    private static boolean isProseBounce(ReadMail mail) {
        if (mail.headers().has("x-failed-recipients")) {
            return true;
        }
        // First the cheap question: nearly all mail is from somebody, and its prose need not be searched.
        if (!isNobody(mail)) {
            return false;
        }
        boolean subject = SUBJECT.matcher(mail.subject()).matches();
        if (isDaemon(mail) && subject) {
            return true;
        }
        boolean prose = PROSE.matcher(start(mail.text())).find();
        return prose && (subject || isDaemon(mail));
    }

    private static Bounce fromProse(ReadMail mail) {
        String text = start(mail.text());
        String listed = mail.headers().first("x-failed-recipients");
        String recipient = listed == null ? null : address(listed);
        Matcher stated = RECIPIENT.matcher(text);
        while (recipient == null && stated.find()) {
            recipient = isSender(mail, stated.group(1)) ? null : stated.group(1);
        }
        Matcher any = ANY_ADDRESS.matcher(text);
        while (recipient == null && any.find()) {
            recipient = isSender(mail, any.group(1)) ? null : any.group(1);
        }
        Matcher code = STATUS.matcher(text);
        String status = code.find() ? code.group(1) : null;
        Matcher smtp = CODE.matcher(text);
        boolean temporary = status != null
                ? status.startsWith("4")
                : smtp.find() && smtp.group(1).equals("4");
        boolean trying = STILL_TRYING.matcher(mail.subject()).find()
                || (status == null && STILL_TRYING.matcher(text).find() && !text.contains("permanent"));
        return new Bounce(recipient, !temporary && !trying, status, reason(text), originalMessageId(mail));
    }

    private static boolean isSender(ReadMail mail, String address) {
        return mail.from().stream().anyMatch(from -> from.address().equalsIgnoreCase(address))
                || mail.to().stream().anyMatch(to -> to.address().equalsIgnoreCase(address))
                || DAEMON.matcher(address).matches();
    }

    private static @Nullable String originalMessageId(ReadMail mail) {
        Matcher id = MESSAGE_ID.matcher(mail.report().returned());
        if (id.find()) {
            return id.group(1);
        }
        for (MailAttachment attachment : mail.attachments()) {
            if (attachment.contentType().equals("message/rfc822")
                    || attachment.contentType().equals("text/rfc822-headers")) {
                Matcher attached = MESSAGE_ID.matcher(head(attachment));
                if (attached.find()) {
                    return attached.group(1);
                }
            }
        }
        Matcher inText =
                MESSAGE_ID.matcher(mail.text().substring(0, Math.min(mail.text().length(), RETURNED_BYTES_MAX)));
        return inText.find() ? inText.group(1) : null;
    }

    private static String head(MailAttachment attachment) {
        try {
            return Transfer.latin1(PartStore.bytes(attachment.content(), RETURNED_BYTES_MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), PROSE_CHARS_MAX));
    }

    private static String reason(String words) {
        String line = MailNames.line(words.strip());
        return line.length() > REASON_CHARS_MAX ? line.substring(0, REASON_CHARS_MAX) : line;
    }
}
