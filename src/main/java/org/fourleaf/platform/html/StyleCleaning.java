package org.fourleaf.platform.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps of an inline style what changes how words look, and drops what could fetch, move or cover anything. */
final class StyleCleaning {
    private static final int STYLE_CHARS_MAX = 4000;
    private static final int VALUE_CHARS_MAX = 300;

    private static final Set<String> PROPERTIES = Set.of(
            "color",
            "background-color",
            "background",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "letter-spacing",
            "line-height",
            "text-align",
            "text-decoration",
            "text-decoration-line",
            "text-decoration-color",
            "text-decoration-style",
            "text-indent",
            "text-transform",
            "vertical-align",
            "white-space",
            "word-break",
            "word-spacing",
            "word-wrap",
            "overflow-wrap",
            "direction",
            "unicode-bidi",
            "list-style",
            "list-style-type",
            "list-style-position",
            "margin",
            "margin-top",
            "margin-right",
            "margin-bottom",
            "margin-left",
            "padding",
            "padding-top",
            "padding-right",
            "padding-bottom",
            "padding-left",
            "border",
            "border-top",
            "border-right",
            "border-bottom",
            "border-left",
            "border-color",
            "border-style",
            "border-width",
            "border-top-color",
            "border-top-style",
            "border-top-width",
            "border-right-color",
            "border-right-style",
            "border-right-width",
            "border-bottom-color",
            "border-bottom-style",
            "border-bottom-width",
            "border-left-color",
            "border-left-style",
            "border-left-width",
            "border-radius",
            "border-collapse",
            "border-spacing",
            "width",
            "max-width",
            "min-width",
            "height",
            "max-height",
            "min-height",
            "table-layout",
            "caption-side",
            "empty-cells",
            "display",
            "float",
            "clear",
            "box-sizing",
            "text-overflow",
            "tab-size",
            "quotes",
            "text-wrap",
            "hyphens",
            "mso-hide");

    private static final Set<String> DISPLAYS = Set.of(
            "block",
            "inline",
            "inline-block",
            "none",
            "table",
            "table-cell",
            "table-row",
            "table-row-group",
            "table-header-group",
            "table-footer-group",
            "table-column",
            "table-column-group",
            "table-caption",
            "inline-table",
            "list-item");

    /** Words, numbers, colours, quoted font names; the only functions are those that make colours. */
    private static final Pattern VALUE = Pattern.compile(
            "(?:[\\p{L}\\p{N}\\p{M} ,.%#/'\"_+!-]|(?<=rgb|rgba|hsl|hsla)\\([0-9 ,.%/deg]{1,60}\\))*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NEGATIVE = Pattern.compile("(?:^|[ ,(])-[ ]*[.0-9]");
    /** A length that could only serve to push other things away. */
    private static final Pattern HUGE = Pattern.compile("[0-9]{5,}");

    private StyleCleaning() {}

    static @Nullable String attribute(String element, String attribute, String value) {
        String clean = clean(value);
        return clean.isEmpty() ? null : clean;
    }

    static String clean(String style) {
        if (style.length() > STYLE_CHARS_MAX) {
            return "";
        }
        StringBuilder out = new StringBuilder(style.length());
        for (String declaration : withoutComments(style).split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = declaration
                    .substring(colon + 1)
                    .replaceFirst("(?i)!\\s*important\\s*$", "")
                    .strip();
            if (PROPERTIES.contains(name) && isHarmless(name, value)) {
                out.append(out.isEmpty() ? "" : ";").append(name).append(':').append(value);
            }
        }
        return out.toString();
    }

    private static boolean isHarmless(String name, String value) {
        if (value.isEmpty()
                || value.length() > VALUE_CHARS_MAX
                || value.indexOf('!') >= 0
                || !VALUE.matcher(value).matches()) {
            return false;
        }
        boolean evenQuotes = value.chars().filter(c -> c == '"').count() % 2 == 0
                && value.chars().filter(c -> c == '\'').count() % 2 == 0;
        boolean tooFar = !hasColor(name) && HUGE.matcher(value).find();
        if (!evenQuotes || tooFar || NEGATIVE.matcher(value).find()) {
            return false;
        }
        return !name.equals("display") || DISPLAYS.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean hasColor(String name) {
        return name.contains("color") || name.startsWith("border") || name.equals("background");
    }

    private static String withoutComments(String style) {
        StringBuilder out = new StringBuilder(style.length());
        int at = 0;
        while (at < style.length()) {
            int open = style.indexOf("/*", at);
            if (open < 0) {
                return out.append(style, at, style.length()).toString();
            }
            out.append(style, at, open);
            int close = style.indexOf("*/", open + 2);
            if (close < 0) {
                return out.toString();
            }
            at = close + 2;
        }
        return out.toString();
    }

    /** CSS with its escapes read, as a browser would before it looks for functions. */
    static String unescaped(String css) {
        if (css.indexOf('\\') < 0 && !css.contains("/*")) {
            return css;
        }
        String text = withoutComments(css);
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            int start = at;
            int code = 0;
            while (at < text.length() && at - start < 6 && Character.digit(text.charAt(at), 16) >= 0) {
                code = code * 16 + Character.digit(text.charAt(at++), 16);
            }
            if (at == start) {
                continue; // the escaped letter itself comes next
            }
            out.appendCodePoint(Character.isValidCodePoint(code) ? code : ' ');
            if (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return out.toString();
    }
}
