package org.fourleaf.mailreading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message ids as they are written, without angle brackets; malformed ones are kept, they still match themselves. */
final class MessageIds {
    private static final int ID_CHARS_MAX = 998;
    /** Long threads carry hundreds; the first and the latest are what threading needs. */
    private static final int REFERENCES_MAX = 200;

    private MessageIds() {}

    /** What stands between the brackets, or the trimmed whole; may be empty. */
    static String bare(String header) {
        int open = header.indexOf('<');
        int close = header.indexOf('>', open + 1);
        String id = open >= 0 && close > open ? header.substring(open + 1, close) : header;
        id = MailNames.line(id.replace("<", "").replace(">", "")).replaceAll("\\s+", "");
        return id.length() <= ID_CHARS_MAX ? id : id.substring(0, ID_CHARS_MAX);
    }

    static @Nullable String one(@Nullable String header) {
        if (header == null) {
            return null;
        }
        List<String> ids = list(header);
        String id = ids.isEmpty() ? header.indexOf('<') < 0 ? bare(header) : "" : ids.getFirst();
        return id.isEmpty() ? null : id;
    }

    /** The bracketed ids in their order; where nothing is bracketed, the words with an @ in them. */
    static List<String> list(@Nullable String header) {
        List<String> ids = new ArrayList<>();
        if (header == null) {
            return ids;
        }
        if (header.indexOf('<') < 0) {
            for (String word : header.strip().split("[\\s,]+", -1)) {
                if (word.indexOf('@') > 0) {
                    add(ids, word);
                }
            }
            return ids;
        }
        int at = header.indexOf('<');
        while (at >= 0) {
            int close = header.indexOf('>', at);
            if (close < 0) {
                break;
            }
            add(ids, header.substring(header.lastIndexOf('<', close) + 1, close));
            at = header.indexOf('<', close);
        }
        return ids;
    }

    private static void add(List<String> ids, String raw) {
        String id = bare(raw);
        if (id.isEmpty() || ids.contains(id)) {
            return;
        }
        if (ids.size() == REFERENCES_MAX) {
            ids.remove(1);
        }
        ids.add(id);
    }
}
