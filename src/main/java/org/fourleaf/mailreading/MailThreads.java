package org.fourleaf.mailreading;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What in a mail tells which ticket it belongs to. */
public final class MailThreads {
    private static final int TOKEN_CHARS_MAX = 64;
    private static final int CODES_MAX = 10;
    private static final Pattern TOKEN =
            Pattern.compile("reply\\+([A-Za-z0-9_-]{1," + TOKEN_CHARS_MAX + "})@.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile(
            "(?<![A-Za-z0-9-])([A-Z0-9]{3}-[A-Z0-9]{5}-[0-9]{3})(?![A-Za-z0-9-])", Pattern.CASE_INSENSITIVE);

    private MailThreads() {}

    /** The token of an address {@code reply+<token>@…}, or null. */
    public static @Nullable String replyToken(String address) {
        Matcher token = TOKEN.matcher(address.strip());
        return token.matches() ? token.group(1) : null;
    }

    /** The first reply token among the addresses, in the order given. */
    public static @Nullable String replyToken(Collection<String> addresses) {
        for (String address : addresses) {
            String token = replyToken(address);
            if (token != null) {
                return token;
            }
        }
        return null;
    }

    /** Every address a mail names as its receiver, headers of the delivering server first. */
    public static List<String> receivers(ReadMail mail) {
        Set<String> receivers = new LinkedHashSet<>();
        for (String header :
                List.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to")) {
            mail.headers().all(header).forEach(value -> receivers.add(MessageIds.bare(value)));
        }
        mail.to().forEach(to -> receivers.add(to.address()));
        mail.cc().forEach(cc -> receivers.add(cc.address()));
        receivers.remove("");
        return List.copyOf(receivers);
    }

    /** A message id as it is compared: without brackets and white space. May be empty. */
    public static String messageId(String raw) {
        return MessageIds.bare(raw);
    }

    /** The messages this mail answers: what it replies to first, then its references from the latest back. */
    public static List<String> ancestors(ReadMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        if (mail.inReplyTo() != null) {
            ids.add(mail.inReplyTo());
        }
        ids.addAll(mail.references().reversed());
        return List.copyOf(ids);
    }

    /** Ticket codes in a subject, in upper case and in order of appearance. */
    public static List<String> ticketCodes(String subject) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher code = CODE.matcher(subject);
        while (code.find() && codes.size() < CODES_MAX) {
            codes.add(code.group(1).toUpperCase(Locale.ROOT));
        }
        return List.copyOf(codes);
    }
}
