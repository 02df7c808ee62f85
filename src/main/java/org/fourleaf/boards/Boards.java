package org.fourleaf.boards;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.Days;
import org.fourleaf.game.Direction;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaderboards: agents, or departments as teams, by points or by any metric of badges, reckoned when asked. Agents see themselves with
 * {@value #NEIGHBOURS} on either side unless the workspace shows whole boards; leads see all. Who left public boards is on nobody's but
 * their own and their leads', and ranks are counted without them. Teams are seen by all.
 */
@Component
@Transactional(readOnly = true)
class Boards {

    static final int NEIGHBOURS = 2;
    private static final int ROWS_MAX = 200;

    /** Who is ranked. */
    enum Among {
        AGENTS,
        DEPARTMENTS;

        /** @throws Refusal malformed */
        static Among named(String name) {
            for (Among among : values()) {
                if (among.json().equals(name)) {
                    return among;
                }
            }
            throw Refusal.malformed("among", "One of agents, departments.");
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is asked for.
     *
     * @param season a month, instead of the period
     * @param direction none for the most
     * @param minimumSample of averages and counts; fewer have no rank
     * @param full all of it, where that may be
     * @param perHead sums of departments are divided by how many of theirs came to anything
     */
    record Ask(
            String metric,
            BoardSpan period,
            @Nullable YearMonth season,
            Among among,
            @Nullable Direction direction,
            int minimumSample,
            boolean full,
            boolean perHead) {}

    /** A department on a board. */
    record Team(UUID id, String name) {}

    /** @param agent none where others have no names @param department of a board of teams */
    record Row(
            int rank,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PersonName agent,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Team department,

            double value,
            long sample,
            boolean you) {}

    /** @param from the first day, to the last, that one not in it @param season the month asked for @param of how many have a rank */
    record Board(
            String metric,
            String unit,
            BoardSpan period,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            YearMonth season,

            Among among,
            LocalDate from,
            LocalDate to,
            boolean full,
            int of,
            @Nullable Integer yourRank,
            List<Row> rows) {}

    private final Standings standings;
    private final BoardSights sights;
    private final Agents agents;
    private final Departments departments;

    Boards(Standings standings, BoardSights sights, Agents agents, Departments departments) {
        this.standings = standings;
        this.sights = sights;
        this.agents = agents;
        this.departments = departments;
    }

    /** @throws Refusal malformed, of a metric that compares nobody or a month to come */
    Board board(Actor by, Ask ask) {
        Standings.Measure measure = Standings.measure(ask.metric)
                .orElseThrow(() -> Refusal.malformed("metric", "points, or a metric of GET /badge-metrics."));
        BoardSight sight = sights.of(by);
        Days days = days(ask, standings.today(by.workspace()));
        boolean teams = ask.among == Among.DEPARTMENTS;
        List<Standing> ranked = new ArrayList<>();
        for (Standing standing : teams
                ? standings.departments(by, ask.metric, days.from(), days.to(), ask.perHead)
                : standings.agents(by, ask.metric, days.from(), days.to())) {
            boolean enough = !measure.sampled() || standing.sample() >= ask.minimumSample;
            if (enough && (teams || sight.sees(standing.who()))) {
                ranked.add(standing);
            }
        }
        ranked.sort(order(ask.direction == null ? Direction.MOST : ask.direction));
        boolean whole = teams || sight.whole() || (ask.full && sight.full());
        Set<UUID> own = teams ? departments.rolesOf(by, self(by)).keySet() : Set.of(self(by));
        return shown(by, ask, measure, days, ranked, whole, own, sight);
    }

    private static UUID self(Actor by) {
        return by.id() == null ? by.workspace() : by.id();
    }

    private static Days days(Ask ask, LocalDate today) {
        if (ask.season == null) {
            return ask.period.days(today);
        }
        if (ask.season.isAfter(YearMonth.from(today))) {
            throw Refusal.malformed("season", "This season has not begun.");
        }
        if (ask.season.atDay(1).isBefore(Days.BEGINNING)) {
            throw Refusal.malformed("season", "A month such as 2026-03, from 2000 on.");
        }
        return new Days(ask.season.atDay(1), ask.season.plusMonths(1).atDay(1));
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

    private static Comparator<Standing> order(Direction direction) {
        Comparator<Standing> byValue = Comparator.comparingDouble(Standing::value);
        return (direction == Direction.MOST ? byValue.reversed() : byValue)
                .thenComparing(Standing::last)
                .thenComparing(standing -> standing.who().toString());
    }

    private Board shown(
            Actor by,
            Ask ask,
            Standings.Measure measure,
            Days days,
            List<Standing> ranked,
            boolean whole,
            Set<UUID> own,
            BoardSight sight) {
        int you = -1;
        for (int i = ranked.size() - 1; i >= 0; i--) {
            if (own.contains(ranked.get(i).who())) {
                you = i;
            }
        }
        int from = whole ? 0 : you < 0 ? 0 : Math.max(0, you - NEIGHBOURS);
        int to =
                whole ? Math.min(ROWS_MAX, ranked.size()) : you < 0 ? 0 : Math.min(ranked.size(), you + NEIGHBOURS + 1);
        boolean teams = ask.among == Among.DEPARTMENTS;
        Set<UUID> who = new HashSet<>();
        ranked.subList(from, to).forEach(standing -> who.add(standing.who()));
        Map<UUID, PersonName> people = teams ? Map.of() : agents.names(by, who);
        Map<UUID, Team> named = teams ? teams(by, who) : Map.of();
        List<Row> rows = new ArrayList<>();
        Integer yours = null;
        int rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Standing standing = ranked.get(i);
            if (i == 0 || standing.value() != ranked.get(i - 1).value()) {
                rank = i + 1;
            }
            yours = i == you ? Integer.valueOf(rank) : yours;
            if (i >= from && i < to) {
                rows.add(new Row(
                        rank,
                        !teams && sight.names(standing.who()) ? people.get(standing.who()) : null,
                        teams ? named.get(standing.who()) : null,
                        standing.value(),
                        standing.sample(),
                        own.contains(standing.who())));
            }
        }
        return new Board(
                ask.metric,
                measure.unit(),
                ask.period,
                ask.season,
                ask.among,
                days.from(),
                days.to(),
                whole,
                ranked.size(),
                yours,
                rows);
    }

    private Map<UUID, Team> teams(Actor by, Set<UUID> ids) {
        Map<UUID, Team> teams = new HashMap<>();
        ids.forEach(id ->
                departments.byId(by, id).map(Department::name).ifPresent(name -> teams.put(id, new Team(id, name))));
        return teams;
    }
}
