package org.fourleaf.badges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.game.Competitors;
import org.fourleaf.game.GameCalendar;
import org.fourleaf.game.GameMetric;
import org.fourleaf.game.Score;
import org.fourleaf.game.Scoring;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came to what for a badge on evaluation days: for the one day that is evaluated and for the many of a backtest alike. */
@Component
@Transactional(readOnly = true)
class BadgeScoring {

    private static final long DRAWN_FROM_SECONDS = 3_600;

    private final Scoring scoring;
    private final AgentFigures figures;
    private final Competitors competitors;
    private final GameCalendar calendar;

    BadgeScoring(Scoring scoring, AgentFigures figures, Competitors competitors, GameCalendar calendar) {
        this.scoring = scoring;
        this.figures = figures;
        this.competitors = competitors;
        this.calendar = calendar;
    }

    /** One ranking for each evaluation day. */
    List<Ranking> rankings(Actor by, Badge badge, List<LocalDate> days) {
        GameMetric metric = badge.reckoned();
        BadgeReach reach = badge.reach();
        List<List<Score>> scores = scoring.scores(
                by, metric, reach.department(), reach.counted(), badge.window().days(days));
        List<Map<UUID, Double>> gates = gates(by, badge, days);
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            rankings.add(Ranking.of(badge, metric, scores.get(i), gates.get(i)));
        }
        return rankings;
    }

    /** What the badge's gate asks of each agent, where there is a figure. */
    List<Map<UUID, Double>> gates(Actor by, Badge badge, List<LocalDate> days) {
        List<Map<UUID, Double>> gates = new ArrayList<>();
        days.forEach(day -> gates.add(new HashMap<>()));
        if (badge.gate() == null) {
            return gates;
        }
        List<Map<UUID, AgentFigures.AgentKpi>> kpis = figures.kpi(
                Actor.clock(by.workspace()),
                slices(by, badge.window(), days),
                badge.gate().kpi());
        for (int i = 0; i < gates.size(); i++) {
            Map<UUID, Double> gate = gates.get(i);
            kpis.get(i).forEach((agent, kpi) -> {
                if (kpi.value() != null) {
                    gate.put(agent, kpi.value());
                }
            });
        }
        return gates;
    }

    /** Those online for at least an hour the day before, with the seconds they were. */
    Map<UUID, Long> candidates(Actor by, BadgeReach reach, LocalDate day) {
        Map<UUID, Long> candidates = new HashMap<>();
        Set<UUID> competing = competitors.of(by, reach.department());
        figures.presence(Actor.clock(by.workspace()), slices(by, BadgeWindow.DAY, List.of(day)))
                .getFirst()
                .forEach((agent, times) -> {
                    if (times.onlineSeconds() >= DRAWN_FROM_SECONDS && competing.contains(agent)) {
                        candidates.put(agent, times.onlineSeconds());
                    }
                });
        return candidates;
    }

    /** When the activities of a window happened, for each evaluation day. */
    List<TimeSlice> slices(Actor by, BadgeWindow window, List<LocalDate> days) {
        return calendar.slices(by.workspace(), window.days(days));
    }
}
