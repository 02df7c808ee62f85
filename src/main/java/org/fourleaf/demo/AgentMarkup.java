package org.fourleaf.demo;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Plain text of an agent as the composer would have written it: paragraphs, and lists where lines begin like one. */
final class AgentMarkup {

    private static final Pattern BULLET = Pattern.compile("- (.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+\\. (.*)");

    private AgentMarkup() {}

    static String html(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
            block(html, paragraph.strip());
        }
        return html.toString();
    }

    private static void block(StringBuilder html, String paragraph) {
        String open = "";
        boolean fresh = true;
        for (String line : paragraph.split("\\n", -1)) {
            var bullet = BULLET.matcher(line.strip());
            var number = NUMBER.matcher(line.strip());
            String kind = bullet.matches() ? "ul" : number.matches() ? "ol" : "p";
            if (!kind.equals(open)) {
                close(html, open);
                html.append('<').append(kind).append('>');
                fresh = true;
            }
            open = kind;
            switch (kind) {
                case "ul" -> item(html, bullet.group(1));
                case "ol" -> item(html, number.group(1));
                default -> html.append(fresh ? "" : "<br>").append(escape(line));
            }
            fresh = false;
        }
        close(html, open);
    }

    private static void item(StringBuilder html, String text) {
        html.append("<li>").append(escape(text)).append("</li>");
    }

    private static void close(StringBuilder html, String kind) {
        if (!kind.isEmpty()) {
            html.append("</").append(kind).append('>');
        }
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
