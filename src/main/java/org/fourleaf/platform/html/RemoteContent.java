package org.fourleaf.platform.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;

/** Finds what a browser would fetch from elsewhere while showing a mail, and takes out elements that have no words to show. */
final class RemoteContent {
    /** Their inside is not for reading. */
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "title",
            "head",
            "meta",
            "base",
            "link",
            "template",
            "noscript",
            "iframe",
            "frame",
            "frameset",
            "embed",
            "applet",
            "param",
            "svg",
            "math",
            "noembed",
            "noframes",
            "xmp",
            "plaintext",
            "textarea",
            "select",
            "option",
            "audio",
            "video",
            "source",
            "track",
            "canvas",
            "dialog",
            "xml");

    private static final Set<String> FETCHED = Set.of(
            "src",
            "srcset",
            "background",
            "poster",
            "data",
            "lowsrc",
            "dynsrc",
            "xlink:href",
            "code",
            "archive",
            "icon",
            "manifest");
    private static final Set<String> FETCHED_BY_HREF = Set.of("link", "image", "feimage", "use", "script", "base");
    private static final Pattern FETCH_IN_CSS = Pattern.compile("url\\s*\\(|@import|image-set\\s*\\(|src\\s*\\(");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?|ftp):|//");

    private RemoteContent() {}

    static boolean findAndDisarm(Document document) {
        boolean remote = false;
        List<Node> silent = new ArrayList<>();
        for (Element element : document.getAllElements()) {
            remote = remote || isRemote(element);
            if (SILENT.contains(element.normalName())) {
                silent.add(element);
            }
            for (Node child : element.childNodes()) {
                if (child instanceof Comment || child instanceof XmlDeclaration) {
                    silent.add(child);
                }
            }
        }
        silent.forEach(Node::remove);
        return remote;
    }

    private static boolean isRemote(Element element) {
        String tag = element.normalName();
        if (tag.equals("style") && fetchesInCss(element.data())) {
            return true;
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = attribute.getValue();
            boolean fetched = FETCHED.contains(name) || (name.equals("href") && FETCHED_BY_HREF.contains(tag));
            if (fetched && leadsElsewhere(value, name)) {
                return true;
            }
            if (!fetched && value.length() > 4 && !name.equals("href") && fetchesInCss(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsElsewhere(String value, String name) {
        String url = HtmlCleaning.squeezed(value).toLowerCase(Locale.ROOT).replace('\\', '/');
        if (name.equals("srcset")) {
            return ELSEWHERE.matcher(url).find();
        }
        return ELSEWHERE.matcher(url).lookingAt();
    }

    private static boolean fetchesInCss(String css) {
        String plain = StyleCleaning.unescaped(css).toLowerCase(Locale.ROOT);
        return FETCH_IN_CSS.matcher(plain).find() && ELSEWHERE.matcher(plain).find();
    }
}
