package org.fourleaf.ratings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a survey's mail. Opening it says nothing; the form's button answers, and another one ends all surveys. */
@Hidden
@RestController
@RequestMapping("/survey")
class SurveyPageController {

    private final FeedbackLinks links;
    private final FeedbackGuard guard;
    private final AskedQuery asked;
    private final SurveyAnswering answering;
    private final SurveyRefusing refusing;
    private final Clock clock;

    SurveyPageController(
            FeedbackLinks links,
            FeedbackGuard guard,
            AskedQuery asked,
            SurveyAnswering answering,
            SurveyRefusing refusing,
            Clock clock) {
        this.links = links;
        this.guard = guard;
        this.asked = asked;
        this.answering = answering;
        this.refusing = refusing;
        this.clock = clock;
    }

    /** @param score the number that was followed; it fills in the form and nothing more */
    @GetMapping({"/{token}", "/{token}/{score:\\d{1,2}}"})
    ResponseEntity<String> show(
            HttpServletRequest request,
            @PathVariable String token,
            @PathVariable(required = false) @Nullable Integer score,
            @RequestParam(required = false) @Nullable String done) {
        return guard.reading(request).orElseGet(() -> {
            AskedQuery.Asked who = asked(token);
            FeedbackWords words = words(request, who);
            if (who == null) {
                return guard.gone(words);
            }
            StoredRating given =
                    answering.given(who.by(), who.sending(), who.survey()).orElse(null);
            if (given != null || !SurveyAnswering.isOpen(who.sending(), clock.instant())) {
                return closed(words, who, given != null, done != null);
            }
            return form(HttpStatus.OK, words, who, token, score, "", null);
        });
    }

    @PostMapping("/{token}")
    ResponseEntity<String> answer(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String comment) {
        return guard.writing(request).orElseGet(() -> {
            AskedQuery.Asked who = asked(token);
            FeedbackWords words = words(request, who);
            if (who == null) {
                return guard.gone(words);
            }
            Integer number = number(score);
            String written = Objects.requireNonNullElse(comment, "");
            if (number == null || !who.survey().kind().holds(number)) {
                return form(
                        HttpStatus.UNPROCESSABLE_CONTENT, words, who, token, null, written, words.say("error.choose"));
            }
            String said;
            try {
                said = Vote.comment(comment);
            } catch (Refusal e) {
                String told = words.say("error.long", "max", String.valueOf(Vote.COMMENT_LENGTH_MAX));
                return form(HttpStatus.UNPROCESSABLE_CONTENT, words, who, token, number, written, told);
            }
            try {
                answering.answer(who.by(), who.sending(), who.survey(), number, said);
            } catch (Refusal e) {
                return e.kind() == Refusal.Kind.CONFLICT ? closed(words, who, true, false) : guard.gone(words);
            }
            return FeedbackPage.goTo("/survey/" + token + "?done");
        });
    }

    /** Asks once more: mail programs open this link, too. */
    @GetMapping("/{token}/stop")
    ResponseEntity<String> askToStop(HttpServletRequest request, @PathVariable String token) {
        return guard.reading(request).orElseGet(() -> {
            AskedQuery.Asked who = asked(token);
            FeedbackWords words = words(request, who);
            if (who == null) {
                return guard.gone(words);
            }
            String body = FeedbackPage.paragraph(words.say("stop.text", "desk", who.desk()))
                    + "<form method=\"post\" action=\"/survey/" + FeedbackPage.escaped(token)
                    + "/stop\"><button type=\"submit\" class=\"send\">"
                    + FeedbackPage.escaped(words.say("stop.button")) + "</button></form>\n";
            return FeedbackPage.of(HttpStatus.OK, words, who.desk(), words.say("stop.title"), body);
        });
    }

    /** From the page, or by a mail program's own button (RFC 8058), which sends no origin. */
    @PostMapping("/{token}/stop")
    ResponseEntity<String> stop(HttpServletRequest request, @PathVariable String token) {
        return guard.stopping(request).orElseGet(() -> {
            AskedQuery.Asked who = asked(token);
            FeedbackWords words = words(request, who);
            if (who == null) {
                return guard.gone(words);
            }
            refusing.refuse(who.by(), who.sending().customer());
            return FeedbackPage.of(
                    HttpStatus.OK,
                    words,
                    who.desk(),
                    words.say("stop.done_title"),
                    FeedbackPage.paragraph(words.say("stop.done")));
        });
    }

    private AskedQuery.@Nullable Asked asked(String token) {
        UUID workspace = Workspaces.current();
        return workspace == null
                ? null
                : links.read(workspace, FeedbackLinks.Door.SURVEY, token)
                        .flatMap(id -> asked.find(Actor.system(workspace), id))
                        .orElse(null);
    }

    private static FeedbackWords words(HttpServletRequest request, AskedQuery.@Nullable Asked who) {
        return FeedbackWords.of(who == null ? null : who.language(), request.getLocales());
    }

    private static @Nullable Integer number(@Nullable String said) {
        return said != null && said.matches("\\d{1,2}") ? Integer.valueOf(said) : null;
    }

    private static ResponseEntity<String> form(
            HttpStatus status,
            FeedbackWords words,
            AskedQuery.Asked who,
            String token,
            @Nullable Integer chosen,
            String comment,
            @Nullable String error) {
        Measure kind = who.survey().kind();
        StringBuilder body = new StringBuilder();
        if (!who.subject().isBlank()) {
            body.append(FeedbackPage.paragraph("about", words.say("survey.mail.about", "subject", who.subject())));
        }
        if (error != null) {
            body.append(FeedbackPage.error(error));
        }
        body.append("<form method=\"post\" action=\"/survey/")
                .append(FeedbackPage.escaped(token))
                .append("\">\n<fieldset><legend class=\"ears\">")
                .append(FeedbackPage.escaped(who.survey().question(words)))
                .append("</legend>\n<div class=\"scores" + (kind == Measure.NPS ? " eleven" : "") + "\">\n");
        for (int score = kind.lowest(); score <= kind.highest(); score++) {
            boolean checked = chosen != null && chosen == score;
            body.append("<label class=\"score\"><input type=\"radio\" name=\"score\" value=\"" + score + "\" required"
                    + (checked ? " checked" : "") + "><span>" + score + "</span></label>\n");
        }
        body.append("</div><p class=\"ends\"><span>")
                .append(FeedbackPage.escaped(SurveyLetter.low(words, who.survey())))
                .append("</span><span>")
                .append(FeedbackPage.escaped(SurveyLetter.high(words, who.survey())))
                .append("</span></p></fieldset>\n")
                .append(FeedbackPage.commentField(words, comment))
                .append("<button type=\"submit\" class=\"send\">")
                .append(FeedbackPage.escaped(words.say("survey.send")))
                .append("</button>\n")
                .append(FeedbackPage.paragraph("hint after", words.say("page.nothing_yet")))
                .append("</form>\n<p class=\"hint\"><a href=\"/survey/")
                .append(FeedbackPage.escaped(token))
                .append("/stop\">")
                .append(FeedbackPage.escaped(words.say("survey.mail.stop_link")))
                .append("</a></p>\n");
        return FeedbackPage.of(status, words, who.desk(), who.survey().question(words), body.toString());
    }

    private static ResponseEntity<String> closed(
            FeedbackWords words, AskedQuery.Asked who, boolean answered, boolean justNow) {
        return justNow && answered
                ? FeedbackPage.of(
                        HttpStatus.OK,
                        words,
                        who.desk(),
                        words.say("done.title"),
                        FeedbackPage.paragraph(who.survey().thanks(words)))
                : FeedbackPage.of(
                        HttpStatus.GONE,
                        words,
                        who.desk(),
                        words.say("closed.title"),
                        FeedbackPage.paragraph(words.say(answered ? "survey.answered" : "survey.late")));
    }
}
