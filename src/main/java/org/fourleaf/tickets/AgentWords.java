package org.fourleaf.tickets;

import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.html.HtmlText;
import org.jspecify.annotations.Nullable;

/** What somebody wrote in a composer or by API becomes content: HTML is cleaned, text stands on its own. */
final class AgentWords {

    private AgentWords() {}

    /** @throws Refusal invalid when there is neither text nor HTML, or too much of it */
    static Content content(@Nullable String text, @Nullable String html, String pointer) {
        if (html != null && !html.isBlank()) {
            bound(html, pointer + "/html");
            String cleaned =
                    HtmlCleaning.clean(Texts.clean(html), contentId -> null).html();
            return Content.written(HtmlText.toText(cleaned), cleaned);
        }
        if (text == null || text.isBlank()) {
            throw Refusal.invalid(pointer + "/text", "Write something: text or html.");
        }
        bound(text, pointer + "/text");
        return Content.plain(Texts.clean(text));
    }

    private static void bound(String words, String pointer) {
        if (words.length() > Limits.TEXT_LENGTH_MAX) {
            throw Refusal.invalid(pointer, "At most " + Limits.TEXT_LENGTH_MAX + " characters.");
        }
    }
}
