package org.fourleaf.platform.html;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Makes a drawing of strangers safe to show as a picture: shapes, gradients and clips stay; scripts, styles, texts, other pictures and
 * whatever points out of the drawing don't. What is written is made anew of what is known.
 */
public final class SvgCleaning {

    private static final int ELEMENTS_MAX = 2_000;
    private static final int DEPTH_MAX = 32;
    private static final int VALUE_CHARS_MAX = 20_000;

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "circle",
            "ellipse",
            "rect",
            "line",
            "polyline",
            "polygon",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");

    private static final Set<String> ATTRIBUTES = Set.of(
            ("id d cx cy r rx ry x y x1 y1 x2 y2 fx fy width height points viewBox transform fill fill-rule fill-opacity stroke"
                            + " stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset"
                            + " stroke-opacity opacity clip-path clip-rule color gradientUnits gradientTransform spreadMethod offset"
                            + " stop-color stop-opacity preserveAspectRatio clipPathUnits vector-effect")
                    .split(" ", -1));

    private static final Map<String, Set<String>> POINTERS =
            Map.of("linearGradient", Set.of("href", "xlink:href"), "radialGradient", Set.of("href", "xlink:href"));

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9#%.,()\\s+_-]*");
    private static final Pattern INSIDE = Pattern.compile("url\\(#[A-Za-z0-9_-]{1,100}\\)");
    private static final Pattern POINTER = Pattern.compile("#[A-Za-z0-9_-]{1,100}");

    private int elements;

    private SvgCleaning() {}

    /** @return the drawing as it may be shown; nothing when it is none, or has too many parts */
    public static Optional<String> clean(String svg) {
        Document read = Jsoup.parse(svg, "", Parser.xmlParser());
        read.outputSettings().prettyPrint(false);
        Element root = read.children().stream()
                .filter(each -> each.tagName().equals("svg"))
                .findFirst()
                .orElse(null);
        if (root == null) {
            return Optional.empty();
        }
        Document made = new Document("").parser(Parser.xmlParser());
        made.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
        SvgCleaning cleaning = new SvgCleaning();
        if (!cleaning.copy(root, made, 0)) {
            return Optional.empty();
        }
        Element drawn = made.child(0);
        drawn.attributes().put("xmlns", "http://www.w3.org/2000/svg");
        return drawn.attributes().hasKey("viewBox")
                        || (drawn.attributes().hasKey("width")
                                && drawn.attributes().hasKey("height"))
                ? Optional.of(drawn.outerHtml())
                : Optional.empty();
    }

    /** @return whether it is within the limits */
    private boolean copy(Element from, Element into, int depth) {
        elements++;
        if (elements > ELEMENTS_MAX || depth > DEPTH_MAX) {
            return false;
        }
        Element made = new Element(from.tagName());
        for (Attribute attribute : from.attributes()) {
            if (attribute.getKey().equals("style")) {
                for (String part : attribute.getValue().split(";", -1)) {
                    int colon = part.indexOf(':');
                    if (colon > 0) {
                        put(
                                made,
                                part.substring(0, colon).strip(),
                                part.substring(colon + 1).strip());
                    }
                }
            } else {
                put(made, attribute.getKey(), attribute.getValue());
            }
        }
        into.appendChild(made);
        for (Element child : from.children()) {
            if (ELEMENTS.contains(child.tagName()) && !copy(child, made, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static void put(Element made, String name, String value) {
        if (value.length() > VALUE_CHARS_MAX) {
            return;
        }
        if (POINTERS.getOrDefault(made.tagName(), Set.of()).contains(name)) {
            if (POINTER.matcher(value).matches()) {
                made.attributes().put("href", value);
            }
        } else if (ATTRIBUTES.contains(name)
                && (value.toLowerCase(Locale.ROOT).contains("url")
                        ? INSIDE.matcher(value).matches()
                        : PLAIN.matcher(value).matches())) {
            made.attributes().put(name, value);
        }
    }
}
