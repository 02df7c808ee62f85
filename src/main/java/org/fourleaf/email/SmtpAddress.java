package org.fourleaf.email;

import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;

/**
 * An address as it may stand in an SMTP command: ASCII and nothing that ends the command. The mail library cuts every letter to its
 * lowest byte, which makes a line break of č and Ċ and another address of most others.
 */
final class SmtpAddress {

    static final String REFUSED = "this is no address that mail can be sent to";

    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    private SmtpAddress() {}

    /** With its domain in punycode; none when what stands before the @ has other letters than ASCII's. */
    static Optional<String> of(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || !isVisibleAscii(address.substring(0, at))) {
            return Optional.empty();
        }
        return domain(address.substring(at + 1)).map(domain -> address.substring(0, at + 1) + domain);
    }

    /** The same for the mail library, which would otherwise refuse some addresses that servers take. */
    static Optional<InternetAddress> internet(String address) {
        return of(address).map(ascii -> {
            InternetAddress made = new InternetAddress();
            made.setAddress(ascii);
            return made;
        });
    }

    private static Optional<String> domain(String domain) {
        try {
            String ascii = isVisibleAscii(domain) ? domain : IDN.toASCII(domain);
            return ascii.isEmpty() || !isVisibleAscii(ascii) ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c >= FIRST_VISIBLE && c <= LAST_VISIBLE && c != '<' && c != '>');
    }
}
