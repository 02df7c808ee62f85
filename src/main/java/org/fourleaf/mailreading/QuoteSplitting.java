package org.fourleaf.mailreading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fourleaf.platform.html.HtmlText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Separates what the sender wrote now from what they quote and from their signature. Errs on one side only: when in doubt
 * text counts as new. Nothing is dropped; every word is in exactly one of the parts. Takes linear time.
 */
public final class QuoteSplitting {
    private static final Pattern FORWARD_SUBJECT = Pattern.compile(
            "(?:\\[[^]]{0,60}] *)?(?:fwd?|fw|wg|tr|rv|enc|i|pd|vs|vb|doorst|vl|пересл|转发|轉寄|転送|전달|πρθ|ilt|továbbítás) *[:：].*");

    private QuoteSplitting() {}

    /** The parts of a plain text. Where fresh is blank the mail is only a quote and all of it should be shown. Interleaved when new words stand between or below quotes. */
    public record SplitText(String fresh, String quoted, String signature, boolean interleaved) {}

    /** The parts of a body as HTML, still to be cleaned, and its new and quoted words as text. */
    public record SplitHtml(String freshHtml, String quotedHtml, String fresh, String quoted, boolean interleaved) {}

    public static SplitText text(String text) {
        return text(text, "");
    }

    /** As {@link #text(String)}; the subject tells forwards, which are kept whole. */
    public static SplitText text(String text, String subject) {
        List<BodyLine> lines = text.lines().map(BodyLine::ofText).toList();
        List<LineKind> kinds = LineSorting.sort(lines, isForward(subject));
        return new SplitText(
                part(lines, kinds, LineKind.FRESH),
                part(lines, kinds, LineKind.QUOTED),
                part(lines, kinds, LineKind.SIGNATURE),
                LineSorting.isInterleaved(kinds, lines));
    }

    public static SplitHtml html(String html) {
        return html(html, "");
    }

    /** As {@link #text(String, String)} for HTML; the signature is folded with the quote. */
    public static SplitHtml html(String html, String subject) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        HtmlLines lines = HtmlLines.of(document.body());
        List<LineKind> kinds = LineSorting.sort(lines.lines(), isForward(subject));
        boolean interleaved = LineSorting.isInterleaved(kinds, lines.lines());
        if (kinds.stream().allMatch(kind -> kind == LineKind.FRESH)) {
            return new SplitHtml(document.body().html(), "", HtmlText.toText(document.body()), "", false);
        }
        HtmlLines.Halves halves = lines.halves(document.body(), kinds);
        return new SplitHtml(
                halves.fresh().html(),
                halves.folded().html(),
                HtmlText.toText(halves.fresh()),
                HtmlText.toText(halves.folded()),
                interleaved);
    }

    private static boolean isForward(String subject) {
        return FORWARD_SUBJECT.matcher(subject.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static String part(List<BodyLine> lines, List<LineKind> kinds, LineKind wanted) {
        List<String> part = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (kinds.get(i) == wanted) {
                part.add(lines.get(i).raw());
            }
        }
        return withoutOuterBlankLines(String.join("\n", part));
    }

    private static String withoutOuterBlankLines(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }
}
