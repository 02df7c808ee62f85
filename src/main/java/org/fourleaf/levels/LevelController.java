package org.fourleaf.levels;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.ReaderLanguage;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Levels over HTTP. An agent is named by id, address or {@code me}, the caller unless said otherwise. */
@RestController
@RequestMapping("/api/v1")
class LevelController {

    record LevelChange(
            @Nullable @Size(max = LevelCondition.LENGTH_MAX) String condition,
            @Nullable @Size(max = GameWords.LANGUAGES_MAX) Map<String, GameWords.@Valid @NotNull Said> texts) {}

    record Trial(
            @NotNull @Size(max = LevelCondition.LENGTH_MAX) String condition) {}

    /** @param granted how many levels were granted */
    record Played(int granted) {}

    private final Levels levels;
    private final LevelGranting granting;
    private final LevelReasons reasons;
    private final ReaderLanguage languages;

    LevelController(Levels levels, LevelGranting granting, LevelReasons reasons, ReaderLanguage languages) {
        this.levels = levels;
        this.granting = granting;
        this.reasons = reasons;
        this.languages = languages;
    }

    @GetMapping("/levels")
    Page<Levels.Card> levels(Actor by) {
        return new Page<>(levels.all(by, languages.of(by)), null);
    }

    /** Texts are replaced as a whole. */
    @PatchMapping("/levels/{id}")
    ResponseEntity<Levels.Card> change(
            Actor by,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody LevelChange change) {
        granting.change(
                by,
                id,
                ETags.expected(ifMatch),
                was -> new Level(
                        was.id(),
                        was.place(),
                        Objects.requireNonNullElse(change.condition, was.condition()),
                        change.texts == null ? was.texts() : GameWords.of(change.texts),
                        was.version()));
        Levels.Card card = levels.all(by, languages.of(by)).stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }

    /** Grants the levels that were deserved by all that was, imported activities too. */
    @PostMapping("/game/play-history")
    ResponseEntity<Played> play(Actor by) {
        return ResponseEntity.status(201).body(new Played(granting.playHistory(by)));
    }

    @GetMapping("/levels/{id}/why")
    LevelReasons.Why why(
            Actor by,
            @PathVariable String id,
            @RequestParam(defaultValue = "me") @Size(max = Limits.EMAIL_LENGTH_MAX) String agent) {
        return reasons.why(by, id, agent);
    }

    /** What the figures of its condition are made of, newest first. */
    @GetMapping("/levels/{id}/activities")
    Page<KpiActivityQuery.Counted> activities(
            Actor by,
            @PathVariable String id,
            @RequestParam(defaultValue = "me") @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return reasons.activities(by, id, agent, slice);
    }

    /** For how many agents a condition holds now, or at which character it is wrong. Nothing is saved. */
    @PostMapping("/levels/try")
    LevelReasons.Tried tried(Actor by, @Valid @RequestBody Trial trial) {
        return reasons.tried(by, trial.condition);
    }
}
