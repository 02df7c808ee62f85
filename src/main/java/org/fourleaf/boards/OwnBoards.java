package org.fourleaf.boards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.fourleaf.badges.Badges;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.GameSettings;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.points.PointSums;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent competes for with nobody: their best day and month, and how many days on end they kept it up; and whether they stand on
 * public boards at all.
 *
 * <p>A <em>day at work</em> is one with an activity that counts or an entry of points. The <em>streak of points</em> is how many days at
 * work on end brought more points than they cost; days off neither break nor lengthen it, and today breaks nothing until it is over. The
 * <em>streak of badges</em> is how many days on end, to today or yesterday, the agent held a badge that moves on and shames nobody:
 * earned ones stay for ever and count in none.
 */
@Component
@Transactional
class OwnBoards {

    /** What is longer ago is in no streak. */
    static final int STREAK_DAYS_MAX = 1_100;

    static final int SEASONS_MAX = 120;

    /** @param value in the metric's unit */
    record BestDay(LocalDate date, double value) {}

    /** @param month its first day */
    record BestSeason(LocalDate month, long points) {}

    /** Days on end: now, and the most there were. */
    record Streak(int days, int best) {}

    /**
     * @param shown whether they stand on public boards
     * @param mayLeave whether agents may leave them here
     * @param bestDay of metrics that are counted by day (counts, averages and maxima of activities, points); none of others
     * @param bestSeason of points
     */
    record Mine(
            boolean shown,
            boolean mayLeave,
            String metric,
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BestDay bestDay,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BestSeason bestSeason,

            Streak points,
            Streak badges) {}

    /** A month and what it brought the reader. @param ended whether nothing changes it any more */
    record SeasonCard(YearMonth season, LocalDate from, LocalDate to, boolean ended, long yourPoints) {}

    private final OwnBoardQuery query;
    private final BoardAbsenceStore absences;
    private final GameSettings settings;
    private final PointSums points;
    private final Badges badges;
    private final Standings standings;
    private final Log log;
    private final Clock clock;

    OwnBoards(
            OwnBoardQuery query,
            BoardAbsenceStore absences,
            GameSettings settings,
            PointSums points,
            Badges badges,
            Standings standings,
            Log log,
            Clock clock) {
        this.query = query;
        this.absences = absences;
        this.settings = settings;
        this.points = points;
        this.badges = badges;
        this.standings = standings;
        this.log = log;
        this.clock = clock;
    }

    /** @param direction which day of an average is the best */
    @Transactional(readOnly = true)
    Mine of(Actor by, String metric, @Nullable Direction direction) {
        UUID agent = by.agentId();
        Standings.Measure measure = Standings.measure(metric)
                .orElseThrow(() -> Refusal.malformed("metric", "points, or a metric of GET /badge-metrics."));
        LocalDate today = standings.today(by.workspace());
        LocalDate since = today.minusDays(STREAK_DAYS_MAX);
        NavigableMap<LocalDate, Long> byDay = points.byDay(by.workspace(), agent);
        SortedSet<LocalDate> atWork = query.daysAtWork(by.workspace(), agent, since);
        atWork.addAll(byDay.tailMap(since, true).keySet());
        boolean isPoints = metric.equals(Standings.POINTS);
        return new Mine(
                !absences.absent(by.workspace()).contains(agent),
                settings.of(by.workspace()).mayLeaveBoards(),
                metric,
                measure.unit(),
                isPoints
                        ? best(byDay)
                        : query.bestDay(
                                        by.workspace(),
                                        agent,
                                        GameMetric.named(metric).orElseThrow(),
                                        Objects.requireNonNullElse(direction, Direction.MOST))
                                .orElse(null),
                isPoints ? bestSeason(by.workspace(), agent) : null,
                pointStreak(atWork, byDay, today),
                badgeStreak(badges.daysHeld(by.workspace(), agent, since, today), today));
    }

    private static @Nullable BestDay best(Map<LocalDate, Long> byDay) {
        BestDay best = null;
        for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
            if (day.getValue() > 0 && (best == null || day.getValue() > best.value)) {
                best = new BestDay(day.getKey(), day.getValue());
            }
        }
        return best;
    }

    private @Nullable BestSeason bestSeason(UUID workspace, UUID agent) {
        return points.seasons(workspace, agent).entrySet().stream()
                .filter(season -> season.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(season -> new BestSeason(season.getKey(), season.getValue()))
                .orElse(null);
    }

    static Streak pointStreak(SortedSet<LocalDate> atWork, Map<LocalDate, Long> byDay, LocalDate today) {
        int best = 0;
        int run = 0;
        for (LocalDate day : atWork) {
            boolean earned = byDay.getOrDefault(day, 0L) > 0;
            if (earned) {
                run++;
            } else if (day.isBefore(today)) {
                run = 0;
            }
            best = Math.max(best, run);
        }
        return new Streak(run, best);
    }

    static Streak badgeStreak(SortedSet<LocalDate> held, LocalDate today) {
        int best = 0;
        int run = 0;
        LocalDate before = null;
        for (LocalDate day : held) {
            run = before != null && before.plusDays(1).equals(day) ? run + 1 : 1;
            best = Math.max(best, run);
            before = day;
        }
        boolean lasts = before != null && !before.isBefore(today.minusDays(1));
        return new Streak(lasts ? run : 0, best);
    }

    /** Months there have been points, the latest first, this one too. */
    @Transactional(readOnly = true)
    List<SeasonCard> seasons(Actor by) {
        YearMonth now = YearMonth.from(standings.today(by.workspace()));
        YearMonth first = points.first(by.workspace()).map(YearMonth::from).orElse(now);
        Map<LocalDate, Long> own = by.id() == null ? Map.of() : points.seasons(by.workspace(), by.id());
        List<SeasonCard> seasons = new ArrayList<>();
        for (YearMonth month = now;
                !month.isBefore(first) && seasons.size() < SEASONS_MAX;
                month = month.minusMonths(1)) {
            seasons.add(new SeasonCard(
                    month,
                    month.atDay(1),
                    month.plusMonths(1).atDay(1),
                    month.isBefore(now),
                    own.getOrDefault(month.atDay(1), 0L)));
        }
        return seasons;
    }

    /** @throws Refusal conflict where agents may not leave public boards */
    void show(Actor by, boolean shown) {
        UUID agent = by.agentId();
        boolean absent = absences.absent(by.workspace()).contains(agent);
        if (shown != absent) {
            return;
        }
        if (shown) {
            absences.comeBack(by.workspace(), agent);
        } else {
            if (!settings.of(by.workspace()).mayLeaveBoards()) {
                throw Refusal.conflict("boards-for-all", "In this workspace everybody stands on the boards.");
            }
            absences.leave(by.workspace(), agent, clock.instant());
        }
        log.write(by, new BoardsLeft(agent, !shown));
    }
}
