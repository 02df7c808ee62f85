package org.fourleaf.boards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards over HTTP. */
@RestController
@RequestMapping("/api/v1/leaderboards")
class BoardController {

    private static final int SAMPLE_MAX = 1_000_000;

    /** @param shown whether the caller stands on public boards */
    record Presence(@NotNull Boolean shown) {}

    private final Boards boards;
    private final OwnBoards own;
    private final RankReasons reasons;

    BoardController(Boards boards, OwnBoards own, RankReasons reasons) {
        this.boards = boards;
        this.own = own;
        this.reasons = reasons;
    }

    /**
     * Agents, or departments, by points or by a metric of badges.
     *
     * @param period today, yesterday, week, 7_days, 30_days, season (this month), last_season, all_time
     * @param season any month, such as 2026-03, instead of the period
     * @param among agents or departments
     * @param full all of it, where the workspace lets agents
     * @param perHead sums of departments divided by how many of theirs came to anything
     */
    @GetMapping
    Boards.Board board(
            Actor by,
            @RequestParam(required = false, defaultValue = Standings.POINTS) @Size(max = Limits.NAME_LENGTH_MAX)
                    String metric,
            @RequestParam(required = false, defaultValue = "season") String period,
            @RequestParam(required = false) @Nullable String season,
            @RequestParam(required = false, defaultValue = "agents") String among,
            @RequestParam(required = false) @Nullable String direction,
            @RequestParam(name = "minimum_sample", required = false, defaultValue = "1") @Min(1) @Max(SAMPLE_MAX)
                    int minimumSample,
            @RequestParam(required = false, defaultValue = "false") boolean full,
            @RequestParam(name = "per_head", required = false, defaultValue = "false") boolean perHead) {
        return boards.board(
                by,
                new Boards.Ask(
                        metric,
                        BoardSpan.named(period),
                        season == null ? null : month(season),
                        Boards.Among.named(among),
                        Boards.direction(direction),
                        minimumSample,
                        full,
                        perHead));
    }

    /** One's own best day and month, streaks, and whether one stands on public boards. */
    @GetMapping("/mine")
    OwnBoards.Mine mine(
            Actor by,
            @RequestParam(required = false, defaultValue = Standings.POINTS) @Size(max = Limits.NAME_LENGTH_MAX)
                    String metric,
            @RequestParam(required = false) @Nullable String direction) {
        return own.of(by, metric, Boards.direction(direction));
    }

    /** Leaves public boards or comes back. */
    @PutMapping("/mine")
    OwnBoards.Mine show(Actor by, @Valid @RequestBody Presence presence) {
        own.show(by, presence.shown);
        return own.of(by, Standings.POINTS, null);
    }

    /** The months there is a board of, this one first. */
    @GetMapping("/seasons")
    Page<OwnBoards.SeasonCard> seasons(Actor by) {
        return new Page<>(own.seasons(by), null);
    }

    /**
     * What somebody's rank is made of: of points each rule's, of a metric the activities.
     *
     * @param agent an id, an address, or {@code me}
     */
    @GetMapping("/why")
    RankReasons.Rank rank(
            Actor by,
            @RequestParam(defaultValue = "me") @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam(defaultValue = Standings.POINTS) @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @RequestParam(defaultValue = "season") String period,
            @RequestParam(required = false) @Nullable String direction) {
        return reasons.rank(by, metric, BoardSpan.named(period), Boards.direction(direction), agent);
    }

    @GetMapping("/activities")
    Page<KpiActivityQuery.Counted> rankActivities(
            Actor by,
            @RequestParam(defaultValue = "me") @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam @Size(max = Limits.NAME_LENGTH_MAX) String metric,
            @RequestParam(defaultValue = "season") String period,
            Slice slice) {
        return reasons.activities(by, metric, BoardSpan.named(period), agent, slice);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.malformed("season", "A month such as 2026-03, from 2000 on.");
        }
    }
}
