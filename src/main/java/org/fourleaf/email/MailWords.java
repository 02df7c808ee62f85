package org.fourleaf.email;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.tickets.AnswerQuery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What an answer's mail says, twice: as plain text and as HTML. The answer, the signatures, and below what is answered. */
record MailWords(String text, String html) {

    private static final int QUOTE_CHARS_MAX = 20_000;
    private static final int QUOTE_HTML_CHARS_MAX = 100_000;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String QUOTE_STYLE = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex";

    static MailWords of(AnswerQuery.Answer answer, List<String> signatures, ZoneId zone) {
        StringBuilder text = new StringBuilder(answer.text().stripTrailing());
        StringBuilder html =
                new StringBuilder("<html><body><div>").append(written(answer)).append("</div>");
        if (!signatures.isEmpty()) {
            text.append("\n\n-- \n")
                    .append(signatures.stream().map(HtmlText::toText).collect(Collectors.joining("\n")));
            html.append("<div>-- </div>");
            signatures.forEach(
                    signature -> html.append("<div>").append(signature).append("</div>"));
        }
        AnswerQuery.Earlier earlier = answer.answered();
        if (earlier != null) {
            String opening = "On %s, %s wrote:"
                    .formatted(WHEN.format(earlier.at().atZone(zone)), Texts.line(earlier.authorName()));
            text.append("\n\n").append(opening).append('\n').append(quoted(earlier.text()));
            html.append("<br><div>")
                    .append(HtmlText.fromText(opening))
                    .append("</div><blockquote type=\"cite\" style=\"" + QUOTE_STYLE + "\">")
                    .append(quotedHtml(earlier))
                    .append("</blockquote>");
        }
        return new MailWords(
                text.append('\n').toString(), html.append("</body></html>").toString());
    }

    /** Pictures from elsewhere that the agent put in are sent as such; only our own screens hold them back. */
    private static String written(AnswerQuery.Answer answer) {
        String html = answer.html() == null ? HtmlText.fromText(answer.text()) : answer.html();
        return html.replace(" data-remote-src=\"", " src=\"");
    }

    private static String quoted(String text) {
        return Texts.cut(text, QUOTE_CHARS_MAX)
                .strip()
                .lines()
                .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                .collect(Collectors.joining("\n"));
    }

    /** Without its pictures: they lie with us, and the customer has them. */
    private static String quotedHtml(AnswerQuery.Earlier earlier) {
        String html = earlier.html();
        if (html == null || html.length() > QUOTE_HTML_CHARS_MAX) {
            return HtmlText.fromText(Texts.cut(earlier.text(), QUOTE_CHARS_MAX).strip());
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("img").remove();
        return document.body().html();
    }
}
