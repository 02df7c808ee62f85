package org.fourleaf.ratings;

import java.util.Map;
import org.fourleaf.email.CustomerLetters;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.templates.MailTemplate;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.Ticket;

/** What a survey's mail says: the question, a way to each score, a way to the page, and a way out. */
final class SurveyLetter {

    private static final String BODY_STYLE =
            "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:15px;line-height:22px";
    private static final String SCORE_STYLE =
            "display:inline-block;min-width:20px;margin:0 4px 6px 0;padding:8px 10px;border:1px solid #b9b5ab;"
                    + "border-radius:8px;color:#1f754a;text-align:center;text-decoration:none";
    private static final String SOFT_STYLE = "font-size:13px;line-height:20px;color:#767670";

    private SurveyLetter() {}

    /**
     * The desk's own text with the scores, the link and the way out after it: no text can lose them.
     *
     * @param values what the text's variables stand for
     */
    static CustomerLetters.Letter of(
            SurveySending sending,
            Ticket ticket,
            Survey survey,
            MailTemplate template,
            Map<String, String> values,
            String address,
            String link) {
        FeedbackWords words = FeedbackWords.of(template.language());
        String filled = TextVariables.fill(template.html(), values);
        String desk = values.getOrDefault("company.name", "");
        String stop = link + "/stop";
        String text = HtmlText.toText(filled) + "\n\n" + words.say("survey.mail.open") + "\n" + link + "\n\n" + desk
                + "\n\n" + words.say("survey.mail.stop") + "\n" + stop + "\n";
        StringBuilder html = new StringBuilder("<html><body><div style=\"" + BODY_STYLE + "\">")
                .append(filled)
                .append("<p>");
        for (int score = survey.kind().lowest(); score <= survey.kind().highest(); score++) {
            html.append("<a href=\"" + link + "/" + score + "\" style=\"" + SCORE_STYLE + "\">" + score + "</a>");
        }
        html.append("</p><p style=\"" + SOFT_STYLE + "\">")
                .append(FeedbackPage.escaped(low(words, survey) + " – " + high(words, survey)))
                .append("</p><p>")
                .append(FeedbackPage.escaped(desk))
                .append("</p><p style=\"" + SOFT_STYLE + "\"><a href=\"" + stop + "\" style=\"color:#767670\">")
                .append(FeedbackPage.escaped(words.say("survey.mail.stop_link")))
                .append("</a></p></div></body></html>");
        return new CustomerLetters.Letter(
                sending.id(),
                ticket.code(),
                sending.department(),
                address,
                TextVariables.fillLine(template.subject(), values),
                text,
                html.toString(),
                stop);
    }

    /** What the lowest score means, with its number. */
    static String low(FeedbackWords words, Survey survey) {
        return survey.kind().lowest() + " = "
                + words.say("survey.low." + survey.kind().json());
    }

    static String high(FeedbackWords words, Survey survey) {
        return survey.kind().highest() + " = "
                + words.say("survey.high." + survey.kind().json());
    }
}
