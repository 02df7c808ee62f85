package org.fourleaf.game;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why, of levels, points and ranks, over HTTP. An agent is named by id, address or {@code me}, the caller unless said otherwise. */
@RestController
@RequestMapping("/api/v1")
class ReasonController {

    private static final String ME = "me";

    record Trial(
            @NotNull @Size(max = LevelCondition.LENGTH_MAX) String condition) {}

    private final LevelReasons levels;
    private final PointReasons points;

    ReasonController(LevelReasons levels, PointReasons points) {
        this.levels = levels;
        this.points = points;
    }

    @GetMapping("/levels/{id}/why")
    LevelReasons.Why level(
            Actor by,
            @PathVariable String id,
            @RequestParam(defaultValue = ME) @Size(max = Limits.EMAIL_LENGTH_MAX) String agent) {
        return levels.why(by, id, agent);
    }

    /** What the figures of its condition are made of, newest first. */
    @GetMapping("/levels/{id}/activities")
    Page<KpiActivityQuery.Counted> levelActivities(
            Actor by,
            @PathVariable String id,
            @RequestParam(defaultValue = ME) @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return levels.activities(by, id, agent, slice);
    }

    /** For how many agents a condition holds now, or at which character it is wrong. Nothing is saved. */
    @PostMapping("/levels/try")
    LevelReasons.Tried tried(Actor by, @Valid @RequestBody Trial trial) {
        return levels.tried(by, trial.condition);
    }

    @GetMapping("/points/{id}/why")
    PointReasons.Why entry(Actor by, @PathVariable UUID id) {
        return points.why(by, id);
    }

    /** What somebody's rank is made of: of points each rule's, of a metric the activities. */
    @GetMapping("/leaderboards/why")
    PointReasons.Rank rank(
            Actor by,
            @RequestParam(defaultValue = ME) @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam(defaultValue = LifetimeFigures.POINTS) @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @RequestParam(defaultValue = "season") String period,
            @RequestParam(required = false) @Nullable String direction) {
        return points.rank(by, metric, BoardSpan.named(period), Boards.direction(direction), agent);
    }

    @GetMapping("/leaderboards/activities")
    Page<KpiActivityQuery.Counted> rankActivities(
            Actor by,
            @RequestParam(defaultValue = ME) @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @RequestParam(defaultValue = "season") String period,
            Slice slice) {
        return points.activities(by, metric, BoardSpan.named(period), agent, slice);
    }
}
