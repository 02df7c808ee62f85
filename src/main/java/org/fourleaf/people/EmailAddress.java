package org.fourleaf.people;

import java.util.Locale;
import java.util.Optional;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;

/**
 * An e-mail address as it is stored and compared: lower case. Judged leniently, because what mail servers deliver to is stranger than
 * any pattern; what could break a header line or a page is refused.
 */
public final class EmailAddress {

    private EmailAddress() {}

    /** @throws Refusal malformed, pointing to the field, when it can't be an address */
    public static String of(String text, String pointer) {
        return ofLenient(text).orElseThrow(() -> Refusal.malformed(pointer, "This must be an e-mail address."));
    }

    public static Optional<String> ofLenient(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        int at = address.indexOf('@');
        boolean good = at > 0
                && at == address.lastIndexOf('@')
                && at < address.length() - 1
                && address.length() <= Limits.EMAIL_LENGTH_MAX
                && address.codePoints().noneMatch(EmailAddress::isForbidden)
                && Texts.clean(address).equals(address);
        return good ? Optional.of(address) : Optional.empty();
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '<'
                || c == '>'
                || c == ','
                || c == ';'
                || c == '"';
    }
}
