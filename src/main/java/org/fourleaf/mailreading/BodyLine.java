package org.fourleaf.mailreading;

import java.util.Locale;

/**
 * One line of a body: as it stands, what it says without quote marks, how deep it is quoted, and whether the mail program marked
 * it as the introduction of a quote (people type there too) or as the start of an older mail.
 */
record BodyLine(String raw, String words, int depth, boolean marked, boolean startsOldMail) {
    /** What is looked at of a line; the rest can't change what it is. */
    private static final int CHARS_MAX = 600;

    static BodyLine ofText(String raw) {
        return of(raw, 0, false, false);
    }

    static BodyLine of(String raw, int markedDepth, boolean marked, boolean startsOldMail) {
        String text = raw.length() > CHARS_MAX ? raw.substring(0, CHARS_MAX) : raw;
        int at = 0;
        int depth = markedDepth;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '>') {
                depth++;
            } else if (c != ' ' && c != '\t' && c != '\u00a0') {
                break;
            }
            at++;
        }
        return new BodyLine(raw, spaced(text.substring(at)), depth, marked, startsOldMail);
    }

    boolean isBlank() {
        return words.isEmpty();
    }

    boolean isQuoted() {
        return depth > 0;
    }

    String lower() {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Every kind of space is a space; direction marks and soft hyphens are nothing. */
    private static String spaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.getType(c) == Character.FORMAT || c == '\u00ad') {
                continue;
            }
            out.append(Character.isSpaceChar(c) || c == '\t' ? ' ' : c);
        }
        return out.toString().strip();
    }
}
