package org.fourleaf.platform.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML of strangers safe to show in a box of our page: nothing runs, nothing is requested, nothing leaves the box. jsoup reads
 * it as a browser would; what it writes passes the allow-list of the OWASP sanitizer.
 */
public final class HtmlCleaning {
    /** Longer bodies are shown as text by the caller's choice; cleaning them here would hold up others. */
    static final int HTML_CHARS_MAX = 4 * 1024 * 1024;

    private static final int DATA_URL_CHARS_MAX = 1024 * 1024;
    private static final int URL_CHARS_MAX = 4000;

    private static final Pattern RASTER_DATA =
            Pattern.compile("(?i)data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\\s]*+");
    private static final Pattern LINK = Pattern.compile("(?i)(?:https?://|ftp://|mailto:|tel:|sms:|xmpp:|sip:)\\S.*+");
    /** An agent named in a note, by id. In a stranger's mail it means nothing and looks like nothing. */
    private static final Pattern MENTIONED = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern CID_IN_OUTPUT = Pattern.compile("src=\"cid:([^\"]*)\"");
    private static final AttributePolicy NUMBER = (element, attribute, value) ->
            value.strip().matches("[0-9]{1,4}(?:\\.[0-9]{1,3})?(?:%|px|pt)?") ? value.strip() : null;
    private static final AttributePolicy WORD =
            (element, attribute, value) -> value.strip().matches("[A-Za-z0-9 _-]{1,40}") ? value.strip() : null;
    private static final AttributePolicy COLOR =
            (element, attribute, value) -> value.strip().matches("#?[A-Za-z0-9]{1,30}") ? value.strip() : null;

    private static final AttributePolicy FACE =
            (element, attribute, value) -> value.matches("[\\p{L}\\p{N} ,_\"'-]{1,200}") ? value : null;

    /** Everything that only shapes words; what loads, runs or sends has no place here. */
    private static final String[] ELEMENTS =
            ("p div span br hr b strong i em u s strike del ins sub sup small big tt code pre kbd samp var blockquote ul ol li dl dt dd"
                            + " h1 h2 h3 h4 h5 h6 table caption colgroup col thead tbody tfoot tr td th font center abbr acronym address"
                            + " cite q mark bdo bdi figure figcaption section article header footer main nav aside wbr dir ruby rt rp")
                    .split(" ", -1);

    private static final String[] NUMBERS =
            "width height border cellpadding cellspacing hspace vspace colspan rowspan span start size value"
                    .split(" ", -1);

    private static final PolicyFactory POLICY = policy();

    private HtmlCleaning() {}

    /** The safe HTML, and whether it had something that would have been fetched from elsewhere. */
    public record CleanHtml(String html, boolean hasRemoteContent) {}

    /**
     * Cleans raw HTML. Remote images keep their address in {@code data-remote-src}. The function gives the URL of an inline image by
     * its content id, or null where there is none.
     */
    public static CleanHtml clean(String html, Function<String, @Nullable String> cidUrl) {
        String bounded = html.length() > HTML_CHARS_MAX ? html.substring(0, HTML_CHARS_MAX) : html;
        Document document = Jsoup.parse(bounded);
        boolean remote = RemoteContent.findAndDisarm(document);
        document.outputSettings().prettyPrint(false);
        String safe = POLICY.sanitize(document.body().html());
        return new CleanHtml(withInlineImages(safe, cidUrl), remote);
    }

    private static String withInlineImages(String safe, Function<String, @Nullable String> cidUrl) {
        // Quotes in text are written as &#34;, so this can only be an attribute.
        Matcher cid = CID_IN_OUTPUT.matcher(safe);
        return cid.replaceAll(found -> {
            String id = org.jsoup.parser.Parser.unescapeEntities(found.group(1), true);
            String url = cidUrl.apply(unescaped(id));
            return Matcher.quoteReplacement(url == null ? "" : "src=\"" + HtmlText.escaped(url) + "\"");
        });
    }

    /** URL escapes resolved as far as they are well formed. */
    private static String unescaped(String id) {
        try {
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    private static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowElements(HtmlCleaning::link, "a")
                .allowElements(HtmlCleaning::image, "img")
                .allowWithoutAttributes("span", "font", "a", "img")
                .allowUrlProtocols("http", "https", "ftp", "mailto", "tel", "sms", "xmpp", "sip", "cid", "data")
                .allowAttributes("href")
                .matching(HtmlCleaning::href)
                .onElements("a")
                .allowAttributes("src")
                .matching(HtmlCleaning::src)
                .onElements("img")
                .allowAttributes("style")
                .matching(StyleCleaning::attribute)
                .globally()
                .allowAttributes("lang")
                .globally()
                .allowAttributes("dir")
                .matching(true, "ltr", "rtl", "auto")
                .globally()
                .allowAttributes("data-mention")
                .matching(MENTIONED)
                .onElements("span")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes(NUMBERS)
                .matching(NUMBER)
                .onElements("img", "table", "td", "th", "tr", "col", "colgroup", "hr", "ol", "li", "font")
                .allowAttributes("bgcolor", "color")
                .matching(COLOR)
                .globally()
                .allowAttributes("face")
                .matching(FACE)
                .onElements("font")
                .allowAttributes("align", "valign")
                .matching(WORD)
                .globally()
                .allowAttributes("type", "nowrap", "rules", "frame")
                .matching(WORD)
                .onElements("ul", "ol", "li", "td", "th", "table")
                .toFactory();
    }

    private static @Nullable String href(String element, String attribute, String value) {
        String url = squeezed(value);
        if (url.startsWith("//")) {
            url = "https:" + url;
        }
        return url.length() <= URL_CHARS_MAX && LINK.matcher(url).matches() ? url : null;
    }

    private static @Nullable String src(String element, String attribute, String value) {
        String url = squeezed(value);
        String lower = url.substring(0, Math.min(url.length(), 12)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            return url.length() <= DATA_URL_CHARS_MAX
                            && RASTER_DATA.matcher(url).matches()
                    ? url
                    : null;
        }
        if (lower.startsWith("cid:")) {
            return url.length() <= URL_CHARS_MAX ? "cid:" + url.substring("cid:".length()) : null;
        }
        boolean known = lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("//");
        return known && url.length() <= URL_CHARS_MAX ? url : null;
    }

    /** Browsers ignore line breaks and tabs in URLs, and anything below a space around them. */
    static String squeezed(String url) {
        StringBuilder out = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r' && !Character.isISOControl(c)) {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    private static @Nullable String link(String element, List<String> attributes) {
        if (attributes.contains("href")) {
            attributes.addAll(List.of("rel", "noopener noreferrer nofollow", "target", "_blank"));
        }
        return element;
    }

    /** A second lock on the same door: whatever got here with a remote source keeps it only as a note. */
    private static String image(String element, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            boolean source = attributes.get(i).equals("src");
            String url = attributes.get(i + 1);
            if (source && url.startsWith("//")) {
                attributes.set(i + 1, "https:" + url);
            }
            if (source && (url.startsWith("//") || url.regionMatches(true, 0, "http", 0, 4))) {
                attributes.set(i, "data-remote-src");
            }
        }
        return element;
    }
}
