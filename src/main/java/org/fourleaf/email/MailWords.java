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
import org.jspecify.annotations.Nullable;

/** What an answer's mail says, twice: as plain text and as HTML. The answer, the signatures, its feet, and below what is answered. */
record MailWords(String text, String html) {

    private static final int QUOTE_CHARS_MAX = 20_000;
    private static final int QUOTE_HTML_CHARS_MAX = 100_000;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String QUOTE_STYLE = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex";

    static MailWords of(AnswerQuery.Answer answer, List<String> signatures, List<AnswerFoot.Foot> feet, ZoneId zone) {
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
        for (AnswerFoot.Foot foot : feet) {
            text.append(foot.text());
            html.append(foot.html());
        }
        AnswerQuery.Earlier earlier = answer.answered();
        if (earlier != null && answer.forwards()) {
            String head = forwarded(earlier, answer.subject(), zone);
            text.append("\n\n").append(head).append("\n\n").append(Texts.cut(earlier.text(), QUOTE_CHARS_MAX));
            html.append("<br><div>")
                    .append(HtmlText.fromText(head))
                    .append("</div><br><div>")
                    .append(quotedHtml(earlier))
                    .append("</div>");
        } else if (earlier != null) {
            String opening = opening(answer.language())
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

    /** The line above a quote, in the language of the one who gets it: when, who. */
    private static String opening(@Nullable String language) {
        String known = language == null ? "" : language.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "");
        return switch (known) {
            case "lt" -> "%s %s rašė:";
            case "el" -> "Στις %s, ο χρήστης %s έγραψε:";
            case "zh" -> "%s，%s 写道：";
            default -> "On %s, %s wrote:";
        };
    }

    private static String forwarded(AnswerQuery.Earlier earlier, String subject, ZoneId zone) {
        String address = earlier.authorAddress() == null ? "" : " <" + earlier.authorAddress() + ">";
        return "---------- Forwarded message ----------\nFrom: " + Texts.line(earlier.authorName()) + address
                + "\nDate: "
                + WHEN.format(earlier.at().atZone(zone)) + "\nSubject: " + Texts.line(subject)
                + (earlier.to().isEmpty() ? "" : "\nTo: " + String.join(", ", earlier.to()));
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
