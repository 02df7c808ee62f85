package org.fourleaf.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;

/** Tells whether two raw mails are the same one: every byte but for the headers that the servers on its way add or change. */
final class MailFingerprint {

    private static final Set<String> TRACE = Set.of(
            "received",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-envelope-to",
            "x-delivered-to",
            "return-path",
            "dkim-signature",
            "x-google-dkim-signature",
            "domainkey-signature",
            "authentication-results",
            "received-spf",
            "x-received",
            "x-forwarded-to",
            "x-forwarded-for",
            "x-google-smtp-source",
            "x-gm-message-state");

    private static final int HEAD_LINE_BYTES_MAX = 64 * 1024;

    private MailFingerprint() {}

    static byte[] of(InputStream raw) throws IOException {
        MessageDigest digest = sha256();
        InputStream in = new BufferedInputStream(raw);
        boolean kept = true;
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            boolean blank = line[0] == '\n' || (line[0] == '\r' && line.length < 3);
            if (!blank && line[0] != ' ' && line[0] != '\t') {
                kept = !isTrace(line);
            }
            if (blank || kept) {
                update(digest, line);
            }
            if (blank) {
                break;
            }
        }
        byte[] buffer = new byte[16 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                // Some servers change line ends on the way.
                if (buffer[i] != '\r') {
                    digest.update(buffer[i]);
                }
            }
        }
        return digest.digest();
    }

    private static boolean isTrace(byte[] line) {
        int colon = 0;
        while (colon < line.length && line[colon] != ':') {
            colon++;
        }
        String name =
                new String(line, 0, colon, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return TRACE.contains(name) || name.startsWith("arc-");
    }

    private static void update(MessageDigest digest, byte[] line) {
        for (byte b : line) {
            if (b != '\r') {
                digest.update(b);
            }
        }
    }

    /** With its line feed; empty at the end. A longer line comes in pieces. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || line.size() >= HEAD_LINE_BYTES_MAX) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
