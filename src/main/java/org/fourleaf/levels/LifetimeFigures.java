package org.fourleaf.levels;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.game.Days;
import org.fourleaf.metrics.Dimension;
import org.fourleaf.metrics.Figure;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.metrics.FigureSums;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.points.PointSums;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All an agent ever did, imported activities too, as the variables of {@link LevelCondition}. */
@Component
@Transactional(readOnly = true)
class LifetimeFigures {

    private static final Map<String, Figure> COUNTS = Map.ofEntries(
            Map.entry("worktime", Figure.ONLINE_SECONDS),
            Map.entry("answers", Figure.SENT),
            Map.entry("chats", Figure.CHATS_ACCEPTED),
            Map.entry("chat_answers", Figure.CHAT_AGENT_MESSAGES),
            Map.entry("missed_chats", Figure.CHATS_MISSED),
            Map.entry("calls", Figure.CALLS_ANSWERED),
            Map.entry("missed_calls", Figure.CALLS_MISSED),
            Map.entry("call_seconds", Figure.TALK_SECONDS),
            Map.entry("rewards", Figure.REWARDS),
            Map.entry("punishments", Figure.REBUKES),
            Map.entry("not_ranked", Figure.NEUTRALS),
            Map.entry("resolved", Figure.RESOLVED));

    private static final Map<String, ActivityKind> KINDS = Map.ofEntries(
            Map.entry("worktime", ActivityKind.PRESENCE_CHANGED),
            Map.entry("answers", ActivityKind.MESSAGE_SENT),
            Map.entry("chats", ActivityKind.CHAT_ACCEPTED),
            Map.entry("chat_answers", ActivityKind.CHAT_ENDED),
            Map.entry("missed_chats", ActivityKind.CHAT_MISSED),
            Map.entry("calls", ActivityKind.CALL_ANSWERED),
            Map.entry("missed_calls", ActivityKind.CALL_MISSED),
            Map.entry("call_seconds", ActivityKind.CALL_ENDED),
            Map.entry("rewards", ActivityKind.RATING_GIVEN),
            Map.entry("punishments", ActivityKind.RATING_GIVEN),
            Map.entry("not_ranked", ActivityKind.RATING_GIVEN),
            Map.entry("resolved", ActivityKind.TICKET_RESOLVED),
            Map.entry("fcr", ActivityKind.TICKET_RESOLVED),
            Map.entry("csat", ActivityKind.SURVEY_ANSWERED),
            Map.entry("points", ActivityKind.POINTS_GIVEN));

    private static final String PER_HOUR = "_ph";
    private static final double HOUR_SECONDS = 3_600;

    static final String POINTS = "points";

    private static final Set<String> PERCENTS =
            Set.of("rewards_p", "punishments_p", "not_ranked_p", "missed_chats_p", "missed_calls_p", "fcr_p", "csat");

    private static final Set<String> VARIABLES = variables();

    private final Figures figures;
    private final PointSums points;
    private final Clock clock;

    LifetimeFigures(Figures figures, PointSums points, Clock clock) {
        this.figures = figures;
        this.points = points;
        this.clock = clock;
    }

    static Set<String> variables() {
        Set<String> all = new TreeSet<>(COUNTS.keySet());
        COUNTS.keySet().stream().filter(name -> !name.equals("worktime")).forEach(name -> all.add(name + PER_HOUR));
        all.addAll(PERCENTS);
        all.add(POINTS);
        all.add(POINTS + PER_HOUR);
        return all;
    }

    static Set<String> known() {
        return VARIABLES;
    }

    /** Of the activities a variable is made of. */
    static Set<ActivityKind> kinds(String variable) {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        String base = variable.replaceAll("_(ph|p)$", "");
        kinds.add(Objects.requireNonNull(KINDS.get(base)));
        if (variable.endsWith(PER_HOUR)) {
            kinds.add(ActivityKind.PRESENCE_CHANGED);
        }
        return kinds;
    }

    /** Of each of the agents; those who never did anything have zeros. */
    Map<UUID, Map<String, Double>> of(Actor by, Collection<UUID> agents) {
        Set<Figure> wanted = EnumSet.copyOf(COUNTS.values());
        wanted.addAll(EnumSet.of(
                Figure.CSATS, Figure.CSATS_GOOD, Figure.FIRST_CONTACT, Figure.FIRST_CONTACT_REOPENED, Figure.CASES));
        ZoneId zone = figures.zone(by);
        Instant end = LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        TimeSlice ever = new TimeSlice(Days.BEGINNING.atStartOfDay(zone).toInstant(), end);
        Map<UUID, FigureSums> sums = new HashMap<>();
        figures.read(
                        Actor.clock(by.workspace()),
                        List.of(ever),
                        new FigureFilter(Set.copyOf(agents), Set.of(), Set.of(), null),
                        Set.of(Dimension.AGENT),
                        Set.of(Dimension.AGENT),
                        wanted)
                .forEach((group, found) -> sums.put(group.agent(), found));
        Map<UUID, Long> earned = points.lifetime(by.workspace(), agents);
        Map<UUID, Map<String, Double>> told = new HashMap<>();
        for (UUID agent : agents) {
            told.put(agent, told(sums.getOrDefault(agent, new FigureSums()), earned.getOrDefault(agent, 0L)));
        }
        return told;
    }

    private static Map<String, Double> told(FigureSums sums, long points) {
        Map<String, Double> told = new HashMap<>();
        COUNTS.forEach((name, figure) -> told.put(name, (double) sums.get(figure)));
        told.put(POINTS, (double) points);
        double hours = sums.get(Figure.ONLINE_SECONDS) / HOUR_SECONDS;
        for (String name : List.copyOf(told.keySet())) {
            if (hours > 0) {
                told.put(name + PER_HOUR, told.getOrDefault(name, 0.0) / hours);
            }
        }
        long rated = sums.get(Figure.REWARDS) + sums.get(Figure.REBUKES);
        percent(told, "rewards_p", sums.get(Figure.REWARDS), rated);
        percent(told, "punishments_p", sums.get(Figure.REBUKES), rated);
        percent(told, "not_ranked_p", sums.get(Figure.NEUTRALS), rated + sums.get(Figure.NEUTRALS));
        long missedChats = sums.get(Figure.CHATS_MISSED);
        percent(told, "missed_chats_p", missedChats, missedChats + sums.get(Figure.CHATS_ACCEPTED));
        long missedCalls = sums.get(Figure.CALLS_MISSED);
        percent(told, "missed_calls_p", missedCalls, missedCalls + sums.get(Figure.CALLS_ANSWERED));
        percent(
                told,
                "fcr_p",
                sums.get(Figure.FIRST_CONTACT) - sums.get(Figure.FIRST_CONTACT_REOPENED),
                sums.get(Figure.CASES));
        percent(told, "csat", sums.get(Figure.CSATS_GOOD), sums.get(Figure.CSATS));
        return told;
    }

    /** What is divided by zero is left out. */
    private static void percent(Map<String, Double> told, String name, long part, long whole) {
        if (whole > 0) {
            told.put(name, 100.0 * part / whole);
        }
    }
}
