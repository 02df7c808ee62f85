package org.fourleaf.email;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fourleaf.tickets.TicketCode;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the plus in the address that answers come back to: the ticket's code and a seal only the desk can make, so that
 * knowing a code is not enough to write into a ticket. In the envelope's sender also which answer it was, for bounces. Letters are
 * small and of the set that survives servers that change case.
 *
 * @param answer the last {@value #ANSWER_CHARS} digits of the answer's id, none in Reply-To
 */
record ReplyToken(TicketCode ticket, String seal, @Nullable String answer) {

    /** {@code reply+<token>@} of a mailbox's domain is taken too. */
    static final String SHARED_LOCAL_PART = "reply";

    private static final int LOCAL_PART_CHARS_MAX = 64;
    private static final int SEAL_CHARS = 16;
    private static final int ANSWER_CHARS = 6;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern SHAPE = Pattern.compile(
            "([a-z]{3}-[a-z]{5}-[0-9]{3})-([a-z2-7]{" + SEAL_CHARS + "})(?:-([0-9a-f]{" + ANSWER_CHARS + "}))?");

    static ReplyToken of(byte[] secret, TicketCode ticket) {
        return new ReplyToken(ticket, seal(secret, ticket), null);
    }

    ReplyToken forAnswer(java.util.UUID answer) {
        return new ReplyToken(ticket, seal, answerDigits(answer));
    }

    static String answerDigits(java.util.UUID answer) {
        String digits = answer.toString();
        return digits.substring(digits.length() - ANSWER_CHARS);
    }

    String text() {
        String token = ticket.text().toLowerCase(Locale.ROOT) + "-" + seal;
        return answer == null ? token : token + "-" + answer;
    }

    /** The mailbox's address with the token; the bare address where that would be longer than servers take. */
    String address(Mailbox mailbox) {
        String local = mailbox.localPart() + "+" + text();
        return local.length() > LOCAL_PART_CHARS_MAX ? mailbox.address() : local + "@" + mailbox.domain();
    }

    static Optional<ReplyToken> parse(String text) {
        Matcher token = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
        return token.matches()
                ? TicketCode.parse(token.group(1)).map(ticket -> new ReplyToken(ticket, token.group(2), token.group(3)))
                : Optional.empty();
    }

    /** The token behind the first plus of an address, if it has the shape of one. */
    static Optional<ReplyToken> inAddress(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && at > plus ? parse(address.substring(plus + 1, at)) : Optional.empty();
    }

    /** The token in a Message-ID of ours: {@code <answer>.<token>@<domain>}. */
    static Optional<ReplyToken> inMessageId(String messageId) {
        int at = messageId.lastIndexOf('@');
        int dot = messageId.indexOf('.');
        return dot > 0 && at > dot ? parse(messageId.substring(dot + 1, at)) : Optional.empty();
    }

    boolean isSealedBy(byte[] secret) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.US_ASCII), seal(secret, ticket).getBytes(StandardCharsets.US_ASCII));
    }

    static String withoutPlus(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && at > plus ? address.substring(0, plus) + address.substring(at) : address;
    }

    private static String seal(byte[] secret, TicketCode ticket) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] full = mac.doFinal(("reply:" + ticket.text()).getBytes(StandardCharsets.US_ASCII));
            StringBuilder seal = new StringBuilder(SEAL_CHARS);
            for (int i = 0; i < SEAL_CHARS; i++) {
                int bit = i * 5;
                int window = (full[bit / 8] & 0xff) << 8 | (full[bit / 8 + 1] & 0xff);
                seal.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
            }
            return seal.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
