package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.Days;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.Score;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.KpiActivityQuery;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Why somebody holds a badge: values, ranks, samples, gates, and the activities behind them. Leads see all; agents see themselves and
 * whoever holds it, if they may know who.
 */
@Component
@Transactional(readOnly = true)
class BadgeReasons {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final int RANKS_MAX = 200;
    private static final int DRAWS_DAYS_MAX = 400;

    /**
     * @param rank none for who is passed over
     * @param last when the last activity that counts happened; of a maximum, when it was reached
     * @param gate the figure of the quality gate, if there is any
     * @param passedOver why, for who is
     */
    record Rank(
            @Nullable Integer rank,
            PersonName agent,
            double value,
            long sample,
            Instant last,
            boolean holds,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double gate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String passedOver) {}

    /** @param from the first day it counts @param to the evaluation day, not in it @param activities where they are listed */
    record Why(
            String badge,
            LocalDate date,
            LocalDate from,
            LocalDate to,
            String metric,
            String unit,
            Direction direction,
            int minimumSample,
            double minimumValue,
            @Nullable QualityGate qualityGate,
            List<Rank> ranks,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Draw draw,

            String activities) {}

    private final BadgeScoring scoring;
    private final DrawStore draws;
    private final GameCalendar calendar;
    private final Badges badges;
    private final Agents agents;
    private final Figures figures;
    private final Departments departments;
    private final KpiActivityQuery activities;

    BadgeReasons(
            BadgeScoring scoring,
            DrawStore draws,
            GameCalendar calendar,
            Badges badges,
            Agents agents,
            Figures figures,
            Departments departments,
            KpiActivityQuery activities) {
        this.scoring = scoring;
        this.draws = draws;
        this.calendar = calendar;
        this.badges = badges;
        this.agents = agents;
        this.figures = figures;
        this.departments = departments;
        this.activities = activities;
    }

    /** @param date the evaluation day; none for today */
    Why why(Actor by, Badge badge, @Nullable LocalDate date) {
        LocalDate day = date == null ? calendar.today(by.workspace()) : date;
        check(day);
        boolean drawn = badge.kind() == BadgeKind.RANDOM;
        return new Why(
                badge.id(),
                day,
                badge.window().first(day),
                day,
                badge.metric(),
                badge.reckoned().unit(),
                badge.direction(),
                badge.minimumSample(),
                badge.minimumValue(),
                badge.gate(),
                drawn ? List.of() : ranks(by, badge, day),
                drawn
                        ? draws.between(by.workspace(), badge.id(), day, day.plusDays(1)).stream()
                                .findFirst()
                                .orElse(null)
                        : null,
                "/api/v1/badges/" + badge.id() + "/activities?date=" + day);
    }

    private List<Rank> ranks(Actor by, Badge badge, LocalDate day) {
        Ranking ranking = scoring.rankings(by, badge, List.of(day)).getFirst();
        Map<UUID, Double> gates = scoring.gates(by, badge, List.of(day)).getFirst();
        FigureSight sight = figures.sight(by);
        Set<UUID> who = new HashSet<>();
        ranking.ranked().forEach(score -> who.add(score.agent()));
        ranking.passed().forEach(passed -> who.add(passed.score().agent()));
        Map<UUID, PersonName> names = agents.names(by, who);
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < ranking.ranked().size() && ranks.size() < RANKS_MAX; i++) {
            Score score = ranking.ranked().get(i);
            boolean holds = badge.kind() == BadgeKind.EARNED
                    ? badge.tier(score.value()) != null
                    : i < ranking.holders().size();
            if (sees(by, sight, badge, score.agent(), holds)) {
                ranks.add(rank(score, i + 1, holds, gates, names, null));
            }
        }
        for (Ranking.Passed passed : ranking.passed()) {
            if (ranks.size() < RANKS_MAX
                    && sees(by, sight, badge, passed.score().agent(), false)) {
                ranks.add(rank(passed.score(), null, false, gates, names, passed.reason()));
            }
        }
        return ranks;
    }

    private boolean sees(Actor by, FigureSight sight, Badge badge, UUID agent, boolean holds) {
        return sight.all()
                || agent.equals(by.id())
                || sight.members().contains(agent)
                || (holds && badges.sees(by, sight, badge, agent));
    }

    private static Rank rank(
            Score score,
            @Nullable Integer rank,
            boolean holds,
            Map<UUID, Double> gates,
            Map<UUID, PersonName> names,
            @Nullable String passedOver) {
        return new Rank(
                rank,
                names.getOrDefault(score.agent(), new PersonName(score.agent(), null, "")),
                score.value(),
                score.sample(),
                score.last(),
                holds,
                gates.get(score.agent()),
                passedOver);
    }

    /** Those the caller may see, as with every figure. */
    Page<KpiActivityQuery.Counted> activities(
            Actor by, Badge badge, @Nullable LocalDate date, @Nullable String agent, Slice slice) {
        LocalDate day = date == null ? calendar.today(by.workspace()) : date;
        check(day);
        TimeSlice time = scoring.slices(by, badge.window(), List.of(day)).getFirst();
        FigureFilter counted = badge.reach().counted();
        Set<UUID> whose = agent != null
                ? Set.of(agents.readable(by, agent).id())
                : badge.reach().department() == null
                        ? Set.of()
                        : members(by, badge.reach().department());
        FigureFilter filter = new FigureFilter(whose, counted.departments(), counted.channels(), counted.tag());
        return activities.page(
                by, figures.sight(by), time, filter, badge.reckoned().kinds(), slice);
    }

    /** Somebody, so that nobody is not taken for everybody. */
    private Set<UUID> members(Actor by, UUID department) {
        Set<UUID> members = departments.members(by, department);
        return members.isEmpty() ? Set.of(NOBODY) : members;
    }

    List<Draw> draws(Actor by, Badge badge, LocalDate from, LocalDate to) {
        check(from);
        check(to);
        if (!from.isBefore(to) || from.plusDays(DRAWS_DAYS_MAX).isBefore(to)) {
            throw Refusal.malformed("to", "After from, by at most " + DRAWS_DAYS_MAX + " days.");
        }
        return draws.between(by.workspace(), badge.id(), from, to);
    }

    private static void check(LocalDate day) {
        if (day.getYear() <= Days.BEGINNING.getYear() || day.getYear() > 9_000) {
            throw Refusal.malformed("date", "From the year 2001 to 9000.");
        }
    }
}
