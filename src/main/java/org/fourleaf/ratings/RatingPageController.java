package org.fourleaf.ratings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

/**
 * The page behind the links under an answer's mail. Opening it says nothing, however often a mail scanner or a curious program does:
 * only the form's button gives the rating.
 */
@Hidden
@RestController
@RequestMapping("/rate")
class RatingPageController {

    private final FeedbackLinks links;
    private final FeedbackGuard guard;
    private final RatedAnswerQuery answers;
    private final RatingGiving giving;
    private final Clock clock;

    RatingPageController(
            FeedbackLinks links, FeedbackGuard guard, RatedAnswerQuery answers, RatingGiving giving, Clock clock) {
        this.links = links;
        this.guard = guard;
        this.answers = answers;
        this.giving = giving;
        this.clock = clock;
    }

    /** @param choice the link that was followed; it fills in the form and nothing more */
    @GetMapping({"/{token}", "/{token}/{choice}"})
    ResponseEntity<String> show(
            HttpServletRequest request,
            @PathVariable String token,
            @PathVariable(required = false) @Nullable String choice,
            @RequestParam(required = false) @Nullable String done) {
        Optional<ResponseEntity<String>> stopped = guard.reading(request);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        RatedAnswerQuery.Answer answer = answer(token);
        FeedbackWords words = FeedbackWords.of(answer == null ? null : answer.language(), request.getLocales());
        if (answer == null) {
            return guard.gone(words);
        }
        StoredRating was = giving.of(answer.by(), answer.rated()).orElse(null);
        if (done != null && was != null) {
            return thanks(words, answer, was, token);
        }
        if (!mayVote(answer, was)) {
            return closed(words, answer, was);
        }
        Verdict followed = choice == null ? null : Verdict.named(choice);
        Verdict chosen = followed != null ? followed : was == null || was.refused() ? null : was.verdict();
        String comment = was == null ? null : giving.comment(answer.by(), was);
        return form(HttpStatus.OK, words, answer, token, new Filled(chosen, comment == null ? "" : comment, was), null);
    }

    @PostMapping("/{token}")
    ResponseEntity<String> vote(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String rating,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable String refused) {
        Optional<ResponseEntity<String>> stopped = guard.writing(request);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        RatedAnswerQuery.Answer answer = answer(token);
        FeedbackWords words = FeedbackWords.of(answer == null ? null : answer.language(), request.getLocales());
        if (answer == null) {
            return guard.gone(words);
        }
        boolean refuses = refused != null;
        Verdict verdict = rating == null ? null : Verdict.named(rating);
        StoredRating was = giving.of(answer.by(), answer.rated()).orElse(null);
        Filled filled = new Filled(verdict, Objects.requireNonNullElse(comment, ""), was);
        if (verdict == null && !refuses) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, words, answer, token, filled, words.say("error.choose"));
        }
        Vote vote;
        try {
            vote = new Vote(verdict == null ? Verdict.NEUTRAL : verdict, refuses, comment);
        } catch (Refusal e) {
            String told = words.say("error.long", "max", String.valueOf(Vote.COMMENT_LENGTH_MAX));
            return form(HttpStatus.UNPROCESSABLE_CONTENT, words, answer, token, filled, told);
        }
        try {
            giving.give(answer.by(), answer.rated(), vote);
        } catch (Refusal e) {
            return e.kind() == Refusal.Kind.CONFLICT ? closed(words, answer, was) : guard.gone(words);
        }
        return FeedbackPage.goTo("/rate/" + token + "?done");
    }

    private RatedAnswerQuery.@Nullable Answer answer(String token) {
        UUID workspace = Workspaces.current();
        return workspace == null
                ? null
                : links.read(workspace, FeedbackLinks.Door.RATE, token)
                        .flatMap(message -> answers.find(workspace, message))
                        .orElse(null);
    }

    private boolean mayVote(RatedAnswerQuery.Answer answer, @Nullable StoredRating was) {
        Instant now = clock.instant();
        return was == null ? RatingGiving.isOpen(answer.rated(), now) : was.mayChangeAt(now);
    }

    /** What stands in the form. @param was what was given before, if anything */
    private record Filled(
            @Nullable Verdict chosen,
            String comment,
            @Nullable StoredRating was) {}

    private ResponseEntity<String> form(
            HttpStatus status,
            FeedbackWords words,
            RatedAnswerQuery.Answer answer,
            String token,
            Filled filled,
            @Nullable String error) {
        StringBuilder body = new StringBuilder(about(words, answer));
        if (error != null) {
            body.append(FeedbackPage.error(error));
        }
        if (filled.was != null) {
            body.append(FeedbackPage.paragraph(
                    "hint", words.say("page.changeable", "time", moment(words, answer, filled.was.changeableUntil()))));
        }
        body.append("<form method=\"post\" action=\"/rate/")
                .append(FeedbackPage.escaped(token))
                .append("\">\n<fieldset><legend>")
                .append(FeedbackPage.escaped(words.say("page.choose")))
                .append("</legend>\n<div class=\"choices\">\n");
        for (Verdict verdict : Verdict.values()) {
            body.append(choice(words, verdict, verdict == filled.chosen));
        }
        body.append("</div></fieldset>\n")
                .append(FeedbackPage.commentField(words, filled.comment))
                .append("<button type=\"submit\" class=\"send\">")
                .append(FeedbackPage.escaped(words.say(filled.was == null ? "page.send" : "page.change")))
                .append(
                        "</button>\n<button type=\"submit\" class=\"quiet\" name=\"refused\" value=\"yes\" formnovalidate>")
                .append(FeedbackPage.escaped(words.say("page.refuse")))
                .append("</button>\n")
                .append(FeedbackPage.paragraph("hint", words.say("page.nothing_yet")))
                .append("</form>\n");
        return FeedbackPage.of(status, words, answer.desk(), words.say("page.title"), body.toString());
    }

    private static String choice(FeedbackWords words, Verdict verdict, boolean chosen) {
        return """
                <label class="choice %s"><input type="radio" name="rating" value="%s" required%s>%s<span>%s</span></label>
                """.formatted(
                        verdict.json(),
                        verdict.json(),
                        chosen ? " checked" : "",
                        face(verdict),
                        FeedbackPage.escaped(words.say("verdict." + verdict.json())));
    }

    private static String face(Verdict verdict) {
        String mouth = switch (verdict) {
            case REWARD -> "M9 15.5a4.6 4.6 0 0 0 6 0";
            case NEUTRAL -> "M9 15.5h6";
            case REBUKE -> "M9 16.5a4.6 4.6 0 0 1 6 0";
        };
        return "<svg viewBox=\"0 0 24 24\" width=\"36\" height=\"36\" aria-hidden=\"true\" focusable=\"false\" fill=\"none\""
                + " stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linecap=\"round\"><circle cx=\"12\" cy=\"12\" r=\"9\"/>"
                + "<path d=\"M9 10h.01M15 10h.01" + mouth + "\"/></svg>";
    }

    private static String about(FeedbackWords words, RatedAnswerQuery.Answer answer) {
        String who = words.say("page.about", "agent", answer.agent())
                .replace("{time}", moment(words, answer, answer.rated().at()));
        return "<p class=\"about\">" + FeedbackPage.escaped(who)
                + (answer.subject().isBlank()
                        ? ""
                        : "<br><strong>" + FeedbackPage.escaped(answer.subject()) + "</strong>")
                + "</p>\n";
    }

    private ResponseEntity<String> thanks(
            FeedbackWords words, RatedAnswerQuery.Answer answer, StoredRating was, String token) {
        StringBuilder body = new StringBuilder(about(words, answer)).append(said(words, answer, was));
        if (was.mayChangeAt(clock.instant())) {
            body.append(FeedbackPage.paragraph(
                            "hint", words.say("page.changeable", "time", moment(words, answer, was.changeableUntil()))))
                    .append("<p><a href=\"/rate/")
                    .append(FeedbackPage.escaped(token))
                    .append("\">")
                    .append(FeedbackPage.escaped(words.say("done.change")))
                    .append("</a></p>\n");
        }
        return FeedbackPage.of(HttpStatus.OK, words, answer.desk(), words.say("done.title"), body.toString());
    }

    private ResponseEntity<String> closed(
            FeedbackWords words, RatedAnswerQuery.Answer answer, @Nullable StoredRating was) {
        String body = about(words, answer)
                + (was == null ? "" : said(words, answer, was))
                + FeedbackPage.paragraph(words.say(was == null ? "closed.late" : "closed.given"));
        return FeedbackPage.of(HttpStatus.GONE, words, answer.desk(), words.say("closed.title"), body);
    }

    private String said(FeedbackWords words, RatedAnswerQuery.Answer answer, StoredRating was) {
        String comment = giving.comment(answer.by(), was);
        String verdict = was.refused()
                ? "<p class=\"said\">" + FeedbackPage.escaped(words.say("done.refused")) + "</p>\n"
                : "<p class=\"said " + was.verdict().json() + "\">" + face(was.verdict())
                        + "<span>"
                        + FeedbackPage.escaped(
                                words.say("verdict." + was.verdict().json()))
                        + "</span></p>\n";
        return verdict + (comment == null ? "" : "<blockquote>" + FeedbackPage.escaped(comment) + "</blockquote>\n");
    }

    private static String moment(FeedbackWords words, RatedAnswerQuery.Answer answer, Instant at) {
        Locale locale = words.locale();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(answer.zone()));
    }
}
