package org.fourleaf.badges;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.ReaderLanguage;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Badges over HTTP. Days are evaluation days: what is evaluated on one is what happened before it began. */
@RestController
@RequestMapping("/api/v1")
class BadgeController {

    /** @param to not in it @param badges none for all */
    record PlayWish(
            @NotBlank String from,
            @NotBlank String to,
            @Nullable @Size(min = 1, max = Badge.BADGES_MAX) List<@NotBlank String> badges) {}

    private final Badges badges;
    private final BadgeEditing editing;
    private final BadgeTesting testing;
    private final BadgeReasons reasons;
    private final BadgeReaches reaches;
    private final BadgePlaying playing;
    private final ReaderLanguage languages;

    BadgeController(
            Badges badges,
            BadgeEditing editing,
            BadgeTesting testing,
            BadgeReasons reasons,
            BadgeReaches reaches,
            BadgePlaying playing,
            ReaderLanguage languages) {
        this.badges = badges;
        this.editing = editing;
        this.testing = testing;
        this.reasons = reasons;
        this.reaches = reaches;
        this.playing = playing;
        this.languages = languages;
    }

    @GetMapping("/badges")
    Page<BadgeCard> list(Actor by) {
        return new Page<>(badges.all(by), null);
    }

    @GetMapping("/badges/{id}")
    ResponseEntity<BadgeCard> get(Actor by, @PathVariable String id) {
        return answer(badges.card(by, id));
    }

    @PostMapping("/badges")
    ResponseEntity<BadgeCard> add(Actor by, @Valid @RequestBody BadgeBodies.Wanted wanted) {
        if (wanted.name() == null && (wanted.texts() == null || wanted.texts().isEmpty())) {
            throw Refusal.malformed("/name", "A badge has a name.");
        }
        String id = editing.add(by, asked(by, wanted));
        BadgeCard made = badges.card(by, id);
        return ResponseEntity.created(URI.create("/api/v1/badges/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/badges/{id}")
    ResponseEntity<BadgeCard> change(
            Actor by,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody BadgeBodies.Wanted wanted) {
        String language = languages.of(by);
        editing.change(
                by,
                id,
                ETags.expected(ifMatch),
                was -> wanted.on(was, language, reaches.read(by, was.reach(), wanted)));
        return answer(badges.card(by, id));
    }

    @DeleteMapping("/badges/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable String id) {
        editing.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    /** Who would have held it on each evaluation day from one to another, that one not in it. */
    @GetMapping("/badges/{id}/backtest")
    Backtest backtest(Actor by, @PathVariable String id, @RequestParam String from, @RequestParam String to) {
        return testing.backtest(by, badges.readable(by, id), day("from", from), day("to", to));
    }

    /** The same of a badge that is not saved yet. */
    @PostMapping("/badges/backtest")
    Backtest backtestUnsaved(
            Actor by,
            @RequestParam String from,
            @RequestParam String to,
            @Valid @RequestBody BadgeBodies.Wanted wanted) {
        Badge badge = asked(by, wanted);
        BadgeEditing.check(badge);
        return testing.backtest(by, badge, day("from", from), day("to", to));
    }

    private Badge asked(Actor by, BadgeBodies.Wanted wanted) {
        BadgeReach reach = reaches.read(by, BadgeReach.EVERYBODY, wanted);
        return wanted.on(BadgeBodies.plain(), languages.of(by), reach);
    }

    /** @param date the evaluation day; today when not said */
    @GetMapping("/badges/{id}/why")
    BadgeReasons.Why why(Actor by, @PathVariable String id, @RequestParam(required = false) @Nullable String date) {
        return reasons.why(by, badges.readable(by, id), date == null ? null : day("date", date));
    }

    /** The activities a badge was reckoned from, newest first. */
    @GetMapping("/badges/{id}/activities")
    Page<KpiActivityQuery.Counted> activities(
            Actor by,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return reasons.activities(by, badges.readable(by, id), date == null ? null : day("date", date), agent, slice);
    }

    /** The draws of a random badge, those to come with their hashes only. */
    @GetMapping("/badges/{id}/draws")
    Page<Draw> draws(Actor by, @PathVariable String id, @RequestParam String from, @RequestParam String to) {
        return new Page<>(reasons.draws(by, badges.readable(by, id), day("from", from), day("to", to)), null);
    }

    /** What badges can be reckoned by. */
    @GetMapping("/badge-metrics")
    Page<GameMetric> metrics(Actor by) {
        return new Page<>(List.copyOf(GameMetric.all()), null);
    }

    /** Who held which badge, newest first. */
    @GetMapping("/awards")
    Page<AwardCard> awards(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String badge,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return badges.history(by, badge, agent, slice);
    }

    /** Who would have held badges on days before they were first evaluated is written down, a badge at a time. */
    @PostMapping("/game/plays")
    ResponseEntity<BadgePlay> play(Actor by, @Valid @RequestBody PlayWish wanted) {
        return ResponseEntity.status(202)
                .body(playing.begin(by, day("/from", wanted.from), day("/to", wanted.to), wanted.badges));
    }

    /** The latest. */
    @GetMapping("/game/plays")
    Page<BadgePlay> plays(Actor by) {
        return new Page<>(playing.latest(by), null);
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > 9_999) {
                throw Refusal.malformed(name, "This must be a date such as 2026-03-09.");
            }
            return day;
        } catch (DateTimeException e) {
            throw Refusal.malformed(name, "This must be a date such as 2026-03-09.");
        }
    }

    private static ResponseEntity<BadgeCard> answer(BadgeCard badge) {
        return ResponseEntity.ok().eTag(ETags.of(badge.version())).body(badge);
    }
}
