package org.fourleaf.mailreading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Encodings of bytes as text, read leniently: whatever is not part of the encoding is stepped over. */
public final class Transfer {
    private Transfer() {}

    /** Base64 with any noise in it; padding in the middle starts a new group. */
    static byte[] base64(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = base64Value(text.charAt(i));
            if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    out.write(bits >> count);
                }
            } else if (text.charAt(i) == '=') {
                count = 0;
                bits = 0;
            }
        }
        return out.toByteArray();
    }

    private static int base64Value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return switch (c) {
            case '+', '-' -> 62;
            case '/' -> 63;
            default -> -1;
        };
    }

    /** The Q of RFC 2047: underscore is a space, a broken escape stays as it is. */
    static byte[] q(String text) {
        return escaped(text.replace('_', ' '), '=');
    }

    /** The percent form of RFC 2231. */
    static byte[] percent(String text) {
        return escaped(text, '%');
    }

    private static byte[] escaped(String text, char mark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == mark && i + 2 < text.length() ? hex(text, i + 1) : -1;
            if (value >= 0) {
                out.write(value);
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** One line of uuencoded bytes, or null when the line is something else. */
    static byte @Nullable [] uuLine(String line) {
        if (line.isEmpty()) {
            return null;
        }
        int length = line.charAt(0) - 32 & 63;
        int needed = (length + 2) / 3 * 4;
        // Some encoders drop trailing spaces; some add one character.
        if (line.charAt(0) < 32 || line.charAt(0) > 96 || line.length() - 1 > needed + 3) {
            return null;
        }
        byte[] out = new byte[length];
        for (int i = 0; i < length; i++) {
            int group = 1 + i / 3 * 4;
            int step = i % 3;
            int bits = (uu(line, group + step) << (2 * step + 2)) | (uu(line, group + step + 1) >> (4 - 2 * step));
            out[i] = (byte) bits;
        }
        return out;
    }

    private static int uu(String line, int at) {
        return at < line.length() ? line.charAt(at) - 32 & 63 : 0;
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
