package org.fourleaf.ratings;

import java.util.Optional;
import org.fourleaf.email.AnswerFoot;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.AnswerQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** The line under an answer's mail that asks how it was. Only what an agent wrote to the customer is asked about. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RatingFoot implements AnswerFoot {

    /** In styles of its own, because many mail programs know no others; the greys are readable on white and on black. */
    private static final String LINE_STYLE = "margin:20px 0 0;font-size:13px;line-height:20px;color:#767670";

    private static final String LINK_STYLE = "color:#2f7d55;text-decoration:underline;white-space:nowrap";

    private final RatingSettingStore settings;
    private final FeedbackLinks links;

    RatingFoot(RatingSettingStore settings, FeedbackLinks links) {
        this.settings = settings;
        this.links = links;
    }

    @Override
    public Optional<Foot> under(Actor by, AnswerQuery.Answer answer) {
        if (answer.authorKind() != Actor.Kind.AGENT || answer.author() == null || answer.forwards() || answer.aside()) {
            return Optional.empty();
        }
        return settings.asks(by.workspace(), answer.department())
                .flatMap(usual -> links.link(by.workspace(), FeedbackLinks.Door.RATE, answer.message())
                        .map(link ->
                                foot(FeedbackWords.of(answer.language() == null ? usual : answer.language()), link)));
    }

    private static Foot foot(FeedbackWords words, String link) {
        StringBuilder text = new StringBuilder("\n\n").append(words.say("foot.question"));
        StringBuilder html = new StringBuilder("<p style=\"" + LINE_STYLE + "\">")
                .append(HtmlUtils.htmlEscape(words.say("foot.question"), "UTF-8"));
        String between = "&ensp;";
        for (Verdict verdict : Verdict.values()) {
            String name = words.say("verdict." + verdict.json());
            String way = link + "/" + verdict.json();
            text.append('\n').append(name).append(": ").append(way);
            html.append(between)
                    .append("<a href=\"" + way + "\" style=\"" + LINK_STYLE + "\">")
                    .append(HtmlUtils.htmlEscape(name, "UTF-8"))
                    .append("</a>");
            between = " &middot; ";
        }
        return new Foot(text.toString(), html.append("</p>").toString());
    }
}
