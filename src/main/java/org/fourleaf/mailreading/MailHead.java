package org.fourleaf.mailreading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Mends what stands before and at the end of the top headers, where mail passed through mbox files and careless scripts. */
final class MailHead {
    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+[ \\t]*:.*", Pattern.DOTALL);

    private MailHead() {}

    static InputStream repaired(InputStream raw) throws IOException {
        String head = Transfer.latin1(raw.readNBytes(HEAD_BYTES_MAX));
        String mended = withBlankSeparator(withoutLeadingLines(head));
        return new SequenceInputStream(new ByteArrayInputStream(mended.getBytes(StandardCharsets.ISO_8859_1)), raw);
    }

    /** Drops blank lines and the "From " line of an mbox, when headers follow. */
    private static String withoutLeadingLines(String head) {
        int at = 0;
        while (at < head.length()) {
            int next = nextLine(head, at);
            String line = head.substring(at, next);
            boolean envelope = line.startsWith("From ") || line.startsWith(">From ");
            if (!line.isBlank() && !envelope) {
                break;
            }
            at = next;
        }
        boolean headersFollow = at < head.length()
                && HEADER.matcher(head.substring(at, nextLine(head, at))).matches();
        return headersFollow ? head.substring(at) : head;
    }

    /** A line of mere spaces ends the headers, as people meant it, when no header comes after it. */
    private static String withBlankSeparator(String head) {
        int at = 0;
        while (at < head.length()) {
            int next = nextLine(head, at);
            String line = head.substring(at, next);
            if (line.isBlank()) {
                boolean separator = line.equals("\n") || line.equals("\r\n");
                String after = head.substring(next, nextLine(head, next));
                boolean headersGoOn = after.startsWith(" ")
                        || after.startsWith("\t")
                        || HEADER.matcher(after).matches();
                if (separator) {
                    return head;
                }
                if (!headersGoOn) {
                    return head.substring(0, at) + "\n" + head.substring(next);
                }
            }
            at = next;
        }
        return head;
    }

    private static int nextLine(String head, int from) {
        int newline = head.indexOf('\n', from);
        return newline < 0 ? head.length() : newline + 1;
    }
}
