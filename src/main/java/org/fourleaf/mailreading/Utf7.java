package org.fourleaf.mailreading;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** UTF-7 (RFC 2152), which Java does not know and old Outlook still sends. */
final class Utf7 {
    private Utf7() {}

    static boolean isNamed(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        return name.equals("utf-7") || name.equals("utf7") || name.equals("unicode-1-1-utf-7");
    }

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int at = 0;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int start = at;
            while (at < in.length() && isBase64(in.charAt(at))) {
                at++;
            }
            if (at == start) {
                out.append('+');
            } else {
                out.append(utf16(in.substring(start, at)));
            }
            if (at < in.length() && in.charAt(at) == '-') {
                at++;
            }
        }
        return out.toString();
    }

    private static String utf16(String base64) {
        int whole = base64.length() - (base64.length() % 4 == 1 ? 1 : 0);
        byte[] utf16 = Base64.getDecoder().decode(base64.substring(0, whole));
        return new String(utf16, 0, utf16.length - utf16.length % 2, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
    }
}
