package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaderboards: agents by points or by any metric of badges, reckoned when asked. Agents see themselves with {@value #NEIGHBOURS} on either
 * side unless the workspace shows whole boards; leads see all.
 */
@Component
@Transactional(readOnly = true)
class Boards {

    static final int NEIGHBOURS = 2;
    private static final int ROWS_MAX = 200;

    /** Which days count. Today is among them. */
    enum Span {
        TODAY,
        YESTERDAY,
        WEEK,
        DAYS_7,
        DAYS_30,
        SEASON,
        LAST_SEASON,
        ALL_TIME;

        /** @throws Refusal malformed */
        static Span named(String name) {
            for (Span span : values()) {
                if (span.json().equals(name)) {
                    return span;
                }
            }
            throw Refusal.malformed(
                    "period", "One of today, yesterday, week, 7_days, 30_days, season, last_season, all_time.");
        }

        @JsonValue
        String json() {
            return switch (this) {
                case DAYS_7 -> "7_days";
                case DAYS_30 -> "30_days";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }

        ActQuery.Days days(LocalDate today) {
            LocalDate tomorrow = today.plusDays(1);
            LocalDate month = today.withDayOfMonth(1);
            return switch (this) {
                case TODAY -> new ActQuery.Days(today, tomorrow);
                case YESTERDAY -> new ActQuery.Days(today.minusDays(1), today);
                case WEEK ->
                    new ActQuery.Days(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), tomorrow);
                case DAYS_7 -> new ActQuery.Days(today.minusDays(6), tomorrow);
                case DAYS_30 -> new ActQuery.Days(today.minusDays(29), tomorrow);
                case SEASON -> new ActQuery.Days(month, tomorrow);
                case LAST_SEASON -> new ActQuery.Days(month.minusMonths(1), month);
                case ALL_TIME -> new ActQuery.Days(BadgeWindow.BEGINNING, tomorrow);
            };
        }
    }

    /** @param agent none where others have no names */
    record Row(
            int rank,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PersonName agent,

            double value,
            long sample,
            boolean you) {}

    /** @param from the first day, to the last, that one not in it @param of how many have a rank */
    record Board(
            String metric,
            String unit,
            Span period,
            LocalDate from,
            LocalDate to,
            boolean full,
            int of,
            @Nullable Integer yourRank,
            List<Row> rows) {}

    private final Scoring scoring;
    private final PointStore points;
    private final GameDayStore settings;
    private final GameBeginning beginning;
    private final ActQuery acts;
    private final Agents agents;

    Boards(
            Scoring scoring,
            PointStore points,
            GameDayStore settings,
            GameBeginning beginning,
            ActQuery acts,
            Agents agents) {
        this.scoring = scoring;
        this.points = points;
        this.settings = settings;
        this.beginning = beginning;
        this.acts = acts;
        this.agents = agents;
    }

    /** @param direction none for what is usual @param minimumSample of averages and counts; fewer have no rank */
    Board board(Actor by, String metric, Span period, @Nullable Direction direction, int minimumSample, boolean full) {
        ActQuery.Days days = period.days(beginning.today(by.workspace()));
        List<Score> ranked = new ArrayList<>();
        String unit = "points";
        if (metric.equals(LifetimeFigures.POINTS)) {
            Map<UUID, String> competitors = acts.competitors(by.workspace());
            points.between(by.workspace(), days.from(), days.to()).forEach((agent, sum) -> {
                if (competitors.containsKey(agent) && sum != 0) {
                    ranked.add(new Score(agent, sum, 0, Instant.EPOCH));
                }
            });
        } else {
            BadgeMetric known = BadgeMetric.named(metric)
                    .filter(found -> found.shape() != BadgeMetric.Shape.DRAWN)
                    .orElseThrow(() -> Refusal.malformed("metric", "points, or a metric of GET /badge-metrics."));
            unit = known.unit();
            scoring.scores(by, known, List.of(days)).getFirst().stream()
                    .filter(score -> !known.shape().hasSample() || score.sample() >= minimumSample)
                    .forEach(ranked::add);
        }
        ranked.sort(order(direction == null ? Direction.MOST : direction));
        return shown(by, metric, unit, period, days, ranked, full);
    }

    /** @throws Refusal malformed */
    static @Nullable Direction direction(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (Direction direction : Direction.values()) {
            if (direction.json().equals(name)) {
                return direction;
            }
        }
        throw Refusal.malformed("direction", "One of most, least.");
    }

    private static Comparator<Score> order(Direction direction) {
        Comparator<Score> byValue = Comparator.comparingDouble(Score::value);
        return (direction == Direction.MOST ? byValue.reversed() : byValue)
                .thenComparing(Score::last)
                .thenComparing(score -> score.agent().toString());
    }

    private Board shown(
            Actor by, String metric, String unit, Span period, ActQuery.Days days, List<Score> ranked, boolean full) {
        GameDayStore.Setting setting = settings.setting(by.workspace()).orElse(GameDayStore.Setting.USUAL);
        boolean lead = by.may(Permission.REPORTS_ALL);
        boolean whole = lead || (full && setting.fullBoards());
        int you = -1;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).agent().equals(by.id())) {
                you = i;
            }
        }
        int from = whole ? 0 : you < 0 ? 0 : Math.max(0, you - NEIGHBOURS);
        int to =
                whole ? Math.min(ROWS_MAX, ranked.size()) : you < 0 ? 0 : Math.min(ranked.size(), you + NEIGHBOURS + 1);
        Set<UUID> who = new HashSet<>();
        ranked.subList(from, to).forEach(score -> who.add(score.agent()));
        Map<UUID, PersonName> names = agents.names(by, who);
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < to; i++) {
            Score score = ranked.get(i);
            if (i == 0 || score.value() != ranked.get(i - 1).value()) {
                rank = i + 1;
            }
            if (i >= from) {
                boolean named = lead || i == you || !setting.anonymous();
                rows.add(new Row(
                        rank, named ? names.get(score.agent()) : null, score.value(), score.sample(), i == you));
            }
        }
        Integer yours =
                rows.stream().filter(Row::you).map(Row::rank).findFirst().orElse(null);
        return new Board(metric, unit, period, days.from(), days.to(), whole, ranked.size(), yours, rows);
    }
}
