package org.fourleaf.tickets;

import org.jspecify.annotations.Nullable;

/**
 * What a message says. All HTML in it has been cleaned.
 *
 * @param newText what was written now, without quotes and signature; none when that is the whole text
 * @param newHtml the same of the HTML; none when that is the whole HTML or there is no HTML
 */
public record Content(
        String text,
        @Nullable String newText,
        @Nullable String quotedText,
        @Nullable String html,
        @Nullable String newHtml,
        @Nullable String quotedHtml,
        boolean hasRemoteContent) {

    public static Content plain(String text) {
        return new Content(text, null, null, null, null, null, false);
    }

    public static Content written(String text, String html) {
        return new Content(text, null, null, html, null, null, false);
    }

    /** What was written now. */
    public String written() {
        return newText == null ? text : newText;
    }
}
