package org.fourleaf.mailreading;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The little that must be known of a raw mail before it is read: an answer may come in right behind it. */
public final class RawHead {

    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final Pattern MESSAGE_ID =
            Pattern.compile("message-id[ \\t]*:(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RawHead() {}

    /** Line by line: one expression for a header folded a thousand times recurses until the stack ends. */
    public static @Nullable String messageId(InputStream raw) throws IOException {
        String head = Transfer.latin1(raw.readNBytes(HEAD_BYTES_MAX));
        StringBuilder value = null;
        boolean begun = false;
        for (String line : head.lines().toList()) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (value != null) {
                if (!folded) {
                    break;
                }
                value.append(line);
                continue;
            }
            if (begun && line.isEmpty()) {
                break;
            }
            begun |= !line.isEmpty();
            Matcher id = MESSAGE_ID.matcher(line);
            value = id.matches() ? new StringBuilder(id.group(1)) : null;
        }
        return value == null ? null : MessageIds.one(value.toString());
    }
}
