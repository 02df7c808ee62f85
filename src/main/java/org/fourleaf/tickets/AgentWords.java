package org.fourleaf.tickets;

import java.util.UUID;
import java.util.regex.Pattern;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.html.HtmlText;
import org.jspecify.annotations.Nullable;

/** What somebody wrote in a composer or by API becomes content: HTML is cleaned, text stands on its own. */
final class AgentWords {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern UPLOADED = Pattern.compile("\\bsrc=[\"']/api/v1/attachments/(" + ID + ")[\"']");

    private AgentWords() {}

    /** @throws Refusal invalid when there is neither text nor HTML, or too much of it */
    static Content content(@Nullable String text, @Nullable String html, String pointer) {
        if (html != null && !html.isBlank()) {
            bound(html, pointer + "/html");
            // Uploaded pictures pass the cleaning as parts of the message, which they become when it is sent.
            String parts = UPLOADED.matcher(Texts.clean(html)).replaceAll("src=\"cid:$1\"");
            String cleaned = HtmlCleaning.clean(parts, AgentWords::urlOf).html();
            return Content.written(HtmlText.toText(cleaned), cleaned);
        }
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(pointer + "/text", "Write something: text or html.");
        }
        bound(text, pointer + "/text");
        return Content.plain(Texts.clean(text));
    }

    /** What was begun in a composer, cleaned as it will be when it is sent; may be nothing. */
    static String begun(String html) {
        String parts = UPLOADED.matcher(Texts.clean(html)).replaceAll("src=\"cid:$1\"");
        return HtmlCleaning.clean(parts, AgentWords::urlOf).html();
    }

    private static @Nullable String urlOf(String contentId) {
        return contentId.matches(ID) ? Attachment.urlOf(UUID.fromString(contentId)) : null;
    }

    private static void bound(String words, String pointer) {
        if (words.length() > Limits.TEXT_LENGTH_MAX) {
            throw Refusal.invalid(pointer, "At most " + Limits.TEXT_LENGTH_MAX + " characters.");
        }
    }
}
