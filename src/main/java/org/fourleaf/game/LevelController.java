package org.fourleaf.game;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.game.BadgeBodies.Said;
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

/** Levels and points over HTTP. */
@RestController
@RequestMapping("/api/v1")
class LevelController {

    private static final int LANGUAGES_MAX = 10;

    record LevelChange(
            @Nullable @Size(max = LevelCondition.LENGTH_MAX) String condition,
            @Nullable @Size(max = LANGUAGES_MAX) Map<String, @Valid @NotNull Said> texts) {}

    /** @param perDayMax points on one day at most */
    record RuleChange(
            @Nullable @Min(0) @Max(PointRule.POINTS_MAX) Integer points,
            @Nullable @Min(0) @Max(PointRule.POINTS_MAX) Integer perDayMax,

            @Nullable @Min(1) @Max(PointRule.WITHIN_SECONDS_MAX)
            Integer withinSeconds,

            @Nullable Boolean active) {}

    /** @param granted how many levels were granted */
    record Played(int granted) {}

    private final Levels levels;
    private final LevelGranting granting;
    private final Players players;
    private final Points points;
    private final Badges badges;

    LevelController(Levels levels, LevelGranting granting, Players players, Points points, Badges badges) {
        this.levels = levels;
        this.granting = granting;
        this.players = players;
        this.points = points;
        this.badges = badges;
    }

    @GetMapping("/levels")
    Page<Levels.Card> levels(Actor by) {
        return new Page<>(levels.all(by, badges.language(by)), null);
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
                        change.texts == null ? was.texts() : BadgeBodies.Wanted.said(change.texts),
                        was.version()));
        Levels.Card card = levels.all(by, badges.language(by)).stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }

    /** Where everybody is, and which badges they show. */
    @GetMapping("/game/agents")
    Page<Players.Player> players(Actor by) {
        return new Page<>(players.all(by), null);
    }

    /** @param agent an id, an address, or {@code me} */
    @GetMapping("/game/agents/{agent}")
    Players.Page player(Actor by, @PathVariable String agent) {
        return players.of(by, agent);
    }

    /** Grants the levels that were deserved by all that was, imported activities too. */
    @PostMapping("/game/play-history")
    ResponseEntity<Played> play(Actor by) {
        return ResponseEntity.status(201).body(new Played(granting.playHistory(by)));
    }

    @GetMapping("/point-rules")
    Page<PointRule> rules(Actor by) {
        return new Page<>(points.rules(by), null);
    }

    @PatchMapping("/point-rules/{id}")
    PointRule change(Actor by, @PathVariable String id, @Valid @RequestBody RuleChange change) {
        return points.change(
                by,
                id,
                was -> was.with(
                        Objects.requireNonNullElse(change.points, was.points()),
                        Objects.requireNonNullElse(change.perDayMax, was.perDayMax()),
                        change.withinSeconds == null || was.withinSeconds() == null
                                ? was.withinSeconds()
                                : change.withinSeconds,
                        Objects.requireNonNullElse(change.active, was.active()),
                        was.version()));
    }

    /** An agent's points, entry by entry, newest first; one's own unless said otherwise. */
    @GetMapping("/points")
    Points.Ledger points(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return points.ledger(by, agent == null ? "me" : agent, slice);
    }
}
