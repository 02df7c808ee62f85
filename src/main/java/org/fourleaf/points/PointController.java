package org.fourleaf.points;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Points over HTTP. */
@RestController
@RequestMapping("/api/v1")
class PointController {

    /** @param perDayMax points on one day at most */
    record RuleChange(
            @Nullable @Min(0) @Max(PointRule.POINTS_MAX) Integer points,
            @Nullable @Min(0) @Max(PointRule.POINTS_MAX) Integer perDayMax,

            @Nullable @Min(1) @Max(PointRule.WITHIN_SECONDS_MAX)
            Integer withinSeconds,

            @Nullable Boolean active) {}

    private final Points points;
    private final PointReasons reasons;

    PointController(Points points, PointReasons reasons) {
        this.points = points;
        this.reasons = reasons;
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
    Points.Ledger ledger(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            Slice slice) {
        return points.ledger(by, agent == null ? "me" : agent, slice);
    }

    @GetMapping("/points/{id}/why")
    PointReasons.Why why(Actor by, @PathVariable UUID id) {
        return reasons.why(by, id);
    }
}
