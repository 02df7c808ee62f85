package org.fourleaf.platform.html;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Between HTML and plain text, both ways. */
public final class HtmlText {
    private static final int QUOTE_DEPTH_MAX = 10;
    private static final int CHARSET_SEARCH_BYTES_MAX = 4096;
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile(
            "\\b(?:https?://|www\\.)[^\\s<>\"]{1,2000}|(?<![\\w.@+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}",
            Pattern.CASE_INSENSITIVE);
    private static final String NOT_OF_A_LINK_END = ".,;:!?'*_~]}>»”’…";

    private HtmlText() {}

    /** The words of the HTML with lists, links, line breaks, tables and quotes in plain text's ways. */
    public static String toText(String html) {
        return toText(Jsoup.parse(html).body());
    }

    public static String toText(Element root) {
        TextOut out = new TextOut();
        root.filter(out);
        return out.text();
    }

    /** Plain text as safe HTML that looks the same, with its links made clickable. */
    public static String fromText(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 8);
        Matcher link = LINK.matcher(text);
        int at = 0;
        while (link.find()) {
            String found = withoutTrail(link.group());
            if (found.isEmpty()) {
                continue;
            }
            escape(text, at, link.start(), out);
            out.append("<a href=\"");
            if (found.indexOf("://") < 0) {
                out.append(found.regionMatches(true, 0, "www.", 0, 4) ? "http://" : "mailto:");
            }
            escape(found, 0, found.length(), out);
            out.append("\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">");
            escape(found, 0, found.length(), out);
            out.append("</a>");
            at = link.start() + found.length();
        }
        escape(text, at, text.length(), out);
        return out.toString();
    }

    private static String withoutTrail(String url) {
        int end = url.length();
        while (end > 0
                && (NOT_OF_A_LINK_END.indexOf(url.charAt(end - 1)) >= 0
                        || (url.charAt(end - 1) == ')' && url.lastIndexOf('(', end) < 0))) {
            end--;
        }
        return url.substring(0, end);
    }

    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        escape(text, 0, text.length(), out);
        return out.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '\n' -> out.append("<br>");
                case '\r' -> {}
                case ' ' -> out.append(i + 1 < to && text.charAt(i + 1) == ' ' ? "&nbsp;" : " ");
                default -> out.append(c);
            }
        }
    }

    /** The charset a document names in its head, for bytes whose mail names none. */
    public static @Nullable String declaredCharset(byte[] html) {
        int length = Math.min(html.length, CHARSET_SEARCH_BYTES_MAX);
        Matcher charset = CHARSET.matcher(new String(html, 0, length, StandardCharsets.ISO_8859_1));
        return charset.find() ? charset.group(1) : null;
    }

    /** Collects text in document order; never recurses, so depth does not matter. */
    private static final class TextOut implements NodeFilter {
        private static final Set<String> SILENT =
                Set.of("head", "title", "script", "style", "noscript", "template", "object", "svg", "math", "select");
        private static final Set<String> PARAGRAPHS =
                Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "blockquote", "dl");

        private final StringBuilder out = new StringBuilder();
        private final IdentityHashMap<Element, Integer> itemsOf = new IdentityHashMap<>();
        private int quoteDepth;
        private int lineDepth;
        private int preDepth;
        private int listDepth;
        private int newlinesDue;
        private boolean spaceDue;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (preDepth > 0) {
                    lines(words.getWholeText());
                } else {
                    words(words.getWholeText());
                }
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String tag = element.normalName();
            if (SILENT.contains(tag)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            switch (tag) {
                case "br" -> newline();
                case "hr" -> {
                    breakLine(1);
                    append("----------");
                    breakLine(1);
                }
                case "li" -> {
                    breakLine(1);
                    bullet(element);
                }
                case "td", "th" -> {
                    if (element.previousElementSibling() != null && newlinesDue == 0) {
                        spaceDue = true;
                    }
                }
                case "img" -> words(" " + element.attr("alt") + " ");
                default -> {
                    if (PARAGRAPHS.contains(tag) && !(listDepth > 0 && (tag.equals("ul") || tag.equals("ol")))) {
                        breakLine(2);
                    } else if (element.isBlock()) {
                        breakLine(1);
                    }
                }
            }
            opened(tag, 1);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String tag = element.normalName();
                if (tag.equals("a")) {
                    target(element);
                }
                boolean nestedList = listDepth > 1 && (tag.equals("ul") || tag.equals("ol"));
                if (PARAGRAPHS.contains(tag) && !nestedList) {
                    breakLine(2);
                } else if (element.isBlock() && !tag.equals("td") && !tag.equals("th")) {
                    breakLine(1);
                }
                opened(tag, -1);
            }
            return FilterResult.CONTINUE;
        }

        private void opened(String tag, int by) {
            switch (tag) {
                case "blockquote" -> quoteDepth += by;
                case "pre", "textarea" -> preDepth += by;
                case "ul", "ol" -> listDepth += by;
                default -> {}
            }
        }

        private void bullet(Element item) {
            Element list = item.parent();
            boolean ordered = list != null && list.normalName().equals("ol");
            // Counted along: asking each item for its place takes the square of the list's length.
            String mark = ordered ? itemsOf.merge(list, 1, Integer::sum) + ". " : "- ";
            append("  ".repeat(Math.clamp(listDepth - 1L, 0, 10)) + mark);
            spaceDue = false;
        }

        private void target(Element link) {
            String href = link.attr("href").strip();
            String words = link.text().strip();
            boolean told = words.isEmpty() || href.contains(words) || words.contains(href.replaceFirst("^mailto:", ""));
            if (!told && href.matches("(?i)https?://.{1,500}")) {
                words(" (" + href + ")");
            }
        }

        private void words(String raw) {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                    flush(word);
                    spaceDue = true;
                } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff' && c != '\u200c') { // invisible breaks
                    word.append(c == '\u00a0' ? ' ' : c);
                }
            }
            flush(word);
        }

        private void flush(StringBuilder word) {
            if (!word.isEmpty()) {
                append(word.toString());
                word.setLength(0);
            }
        }

        private void lines(String raw) {
            int start = 0;
            for (int end = raw.indexOf('\n'); end >= 0; end = raw.indexOf('\n', start)) {
                append(raw.substring(start, end).replace("\r", ""));
                newline();
                start = end + 1;
            }
            append(raw.substring(start));
        }

        private void append(String text) {
            if (text.isEmpty()) {
                return;
            }
            if (newlinesDue > 0 && !out.isEmpty()) {
                for (int i = 0; i < newlinesDue; i++) {
                    out.append('\n');
                    if (i + 1 < newlinesDue) {
                        out.append(">".repeat(Math.min(Math.min(quoteDepth, lineDepth), QUOTE_DEPTH_MAX)));
                    }
                }
                spaceDue = false;
            }
            if (newlinesDue > 0 || out.isEmpty()) {
                out.append(quoteDepth > 0 ? ">".repeat(Math.min(quoteDepth, QUOTE_DEPTH_MAX)) + " " : "");
                spaceDue = false;
            }
            newlinesDue = 0;
            lineDepth = quoteDepth;
            if (spaceDue && !out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append(' ');
            }
            spaceDue = false;
            out.append(text);
        }

        private void newline() {
            newlinesDue = Math.min(newlinesDue + 1, 3);
            spaceDue = false;
        }

        private void breakLine(int newlines) {
            newlinesDue = Math.max(newlinesDue, newlines);
            spaceDue = false;
        }

        String text() {
            return out.toString().strip();
        }
    }
}
