package org.fourleaf.mailreading;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the mails out of an mbox file, one at a time. A Content-Length is believed when a mail really ends there; otherwise a
 * "From " line above a header begins the next mail. Quoted "&gt;From " lines are restored.
 */
public final class Mbox {
    /** A file that is no mbox must not be read into memory whole. */
    private static final int MAIL_BYTES_MAX = 128 * 1024 * 1024;

    private static final int LINE_BYTES_MAX = 1024 * 1024;
    /** An envelope line beyond doubt, also where the blank line before it is missing. */
    private static final Pattern ENVELOPE = Pattern.compile(
            "From (?:-|\\S*@\\S*)(?: .*)?\\s*|From \\S+ .*\\d:\\d\\d.* (?:19|20)\\d\\d\\s*", Pattern.DOTALL);

    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+:.*", Pattern.DOTALL);
    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("(?i)content-length[ \\t]*:[ \\t]*(\\d{1,9})\\s*", Pattern.DOTALL);
    private static final Pattern QUOTED_FROM = Pattern.compile(">+From .*", Pattern.DOTALL);

    private final InputStream in;
    /** Lines that were read ahead and belong to what comes. */
    private final Deque<String> ahead = new ArrayDeque<>();

    public Mbox(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next mail without its envelope line, or null at the end. */
    public byte @Nullable [] next() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        if (line != null && line.startsWith("From ")) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        int length = -1;
        while (line != null && !line.isBlank()) {
            Matcher contentLength = CONTENT_LENGTH.matcher(line);
            length = contentLength.matches() ? Integer.parseInt(contentLength.group(1)) : length;
            append(mail, line);
            line = line();
        }
        if (line != null) {
            append(mail, line);
        }
        if (length <= 0 || !measured(mail, length)) {
            untilEnvelope(mail);
        }
        return mail.toByteArray();
    }

    /** Appends as many bytes as announced if the mail ends there; else leaves them to be read again. */
    private boolean measured(ByteArrayOutputStream mail, int length) throws IOException {
        Deque<String> body = new ArrayDeque<>();
        int got = 0;
        while (got < length && got < MAIL_BYTES_MAX) {
            String line = line();
            if (line == null) {
                break;
            }
            body.addLast(line);
            got += line.length();
        }
        String after = line();
        boolean blank = after != null && after.isBlank();
        String next = blank ? line() : after;
        boolean ends = got == length && (next == null || next.startsWith("From "));
        if (next != null) {
            ahead.addFirst(next);
        }
        if (ends) {
            body.forEach(line -> append(mail, line));
            return true;
        }
        if (blank && after != null) {
            ahead.addFirst(after);
        }
        body.reversed().forEach(ahead::addFirst);
        return false;
    }

    private void untilEnvelope(ByteArrayOutputStream mail) throws IOException {
        boolean blankBefore = true;
        for (String line = line(); line != null; line = line()) {
            boolean begins = line.startsWith("From ")
                    && (blankBefore || ENVELOPE.matcher(line).matches());
            if (begins && headerFollows()) {
                ahead.addFirst(line);
                return;
            }
            append(mail, QUOTED_FROM.matcher(line).matches() ? line.substring(1) : line);
            blankBefore = line.isBlank();
        }
    }

    private boolean headerFollows() throws IOException {
        String next = line();
        if (next != null) {
            ahead.addFirst(next);
        }
        return next != null && HEADER.matcher(next).matches();
    }

    private static void append(ByteArrayOutputStream mail, String line) {
        if (mail.size() < MAIL_BYTES_MAX) {
            mail.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** A line with its end, as Latin-1, or null at the end of the file. */
    private @Nullable String line() throws IOException {
        String waiting = ahead.pollFirst();
        if (waiting != null) {
            return waiting;
        }
        byte[] line = new byte[256];
        int length = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) c;
            if (c == '\n' || length >= LINE_BYTES_MAX) {
                break;
            }
        }
        return length == 0 ? null : new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }
}
