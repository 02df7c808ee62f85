package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The little that must be known of a raw mail before it is read: an answer may come in right behind it. */
final class RawHead {

    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final Pattern MESSAGE_ID = Pattern.compile(
            "^message-id[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("\\r?\\n\\r?\\n");

    private RawHead() {}

    static @Nullable String messageId(InputStream raw) throws IOException {
        String head = Transfer.latin1(raw.readNBytes(HEAD_BYTES_MAX));
        Matcher end = END.matcher(head);
        Matcher id = MESSAGE_ID.matcher(end.find() ? head.substring(0, end.start()) : head);
        return id.find() ? MessageIds.one(id.group(1)) : null;
    }
}
