package org.fourleaf.mailreading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Header text to letters: RFC 2047 in its right and its many wrong forms (a letter cut over two words, spaces inside, inside
 * quotes, unknown charsets) and plain 8-bit bytes. Takes and keeps bytes as Latin-1 until their charset is known.
 */
final class EncodedWords {
    private static final String START = "=?";
    private static final String END = "?=";

    private final String in;
    private final @Nullable Charset otherwise;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String pendingCharset;
    private int at;

    private EncodedWords(String in, @Nullable Charset otherwise) {
        this.in = in;
        this.otherwise = otherwise;
    }

    static String decode(String latin1) {
        return decode(latin1, null);
    }

    /** Decodes a whole unfolded header value; bytes that no label explains are tried as {@code otherwise} first. */
    static String decode(String latin1, @Nullable Charset otherwise) {
        return new EncodedWords(latin1, otherwise).run();
    }

    private String run() {
        int plainFrom = 0;
        while (at < in.length()) {
            int start = in.indexOf(START, at);
            Word word = start < 0 ? null : wordAt(start);
            if (start < 0) {
                break;
            }
            if (word == null) {
                at = start + START.length();
                continue;
            }
            plain(plainFrom, start);
            if (pendingCharset != null && !pendingCharset.equals(word.charset)) {
                flush();
            }
            pendingCharset = word.charset;
            pending.writeBytes(word.bytes);
            at = word.end;
            plainFrom = at;
        }
        plain(plainFrom, in.length());
        flush();
        return out.toString();
    }

    /** Text between words; white space between two encoded words does not count. */
    private void plain(int from, int to) {
        String text = in.substring(from, to);
        boolean betweenWords = pendingCharset != null && to < in.length();
        if (text.isEmpty() || (betweenWords && text.isBlank())) {
            return;
        }
        flush();
        out.append(MailCharsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), null, otherwise));
    }

    private void flush() {
        if (pendingCharset != null) {
            out.append(MailCharsets.decode(pending.toByteArray(), pendingCharset, otherwise));
            pending.reset();
            pendingCharset = null;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Word(String charset, byte[] bytes, int end) {}

    private @Nullable Word wordAt(int start) {
        int charsetEnd = in.indexOf('?', start + 2);
        if (charsetEnd < 0
                || charsetEnd - start > 60
                || charsetEnd + 2 >= in.length()
                || in.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        String charset = in.substring(start + 2, charsetEnd).strip().toLowerCase(Locale.ROOT);
        char encoding = Character.toLowerCase(in.charAt(charsetEnd + 1));
        if ((encoding != 'b' && encoding != 'q') || charset.indexOf(' ') >= 0) {
            return null;
        }
        int textStart = charsetEnd + 3;
        int textEnd = in.indexOf(END, textStart);
        int end = textEnd + END.length();
        if (textEnd < 0) {
            textEnd = in.length(); // cut off: what is there is better than the code of it
            end = textEnd;
        }
        String text = in.substring(textStart, textEnd);
        byte[] bytes = encoding == 'b' ? Transfer.base64(text) : Transfer.q(text);
        return new Word(charset, bytes, end);
    }
}
