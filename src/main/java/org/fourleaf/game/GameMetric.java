package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.metrics.Figure;
import org.fourleaf.platform.log.ActivityKind;
import org.jspecify.annotations.Nullable;

/**
 * What badges, boards and contests compare agents by.
 *
 * @param unit of a value: count, seconds, characters, or a KPI's unit
 * @param kinds of the activities that count
 * @param figures that say the same, where there are: they know tags
 * @param filters what its work can be narrowed by
 */
public record GameMetric(
        String id,
        Shape shape,
        String unit,
        Set<ActivityKind> kinds,
        @JsonIgnore @Nullable Fraction figures,
        Set<Filter> filters) {

    /** Figures added up, over others, if any, by a factor. */
    public record Fraction(Set<Figure> above, Set<Figure> below, double scale) {

        public Fraction {
            above = Set.copyOf(above);
            below = Set.copyOf(below);
        }

        static Fraction of(Figure... above) {
            return new Fraction(Set.of(above), Set.of(), 1);
        }

        Set<Figure> needs() {
            Set<Figure> needs = EnumSet.copyOf(above);
            needs.addAll(below);
            return needs;
        }
    }

    /** What work can be narrowed by. */
    public enum Filter {
        DEPARTMENT,
        CHANNEL,
        TAG;

        @JsonValue
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How activities make a value. */
    public enum Shape {
        /** How many. */
        COUNT,
        /** Their number's sum, divided by how many. */
        MEAN,
        /** The largest of their numbers. */
        MAXIMUM,
        /** How many tickets, each once. */
        TICKETS,
        RATINGS,
        ONLINE,
        PAUSED,
        KPI,
        /** As the column of a report is. */
        FIGURES,
        /** Nothing is compared: it is drawn. */
        DRAWN;

        /** Whether a least number of activities is asked for: not of durations, and not of the largest of something. */
        public boolean hasSample() {
            return this == COUNT
                    || this == MEAN
                    || this == TICKETS
                    || this == RATINGS
                    || this == KPI
                    || this == FIGURES;
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String REBUKES = "rebukes";
    static final String REWARDS = "rewards";

    private static final Map<String, GameMetric> OWN = new LinkedHashMap<>();

    static {
        own("transfers", Shape.COUNT, "count", Fraction.of(Figure.TRANSFERRED), ActivityKind.TICKET_TRANSFERRED);
        own("paused_time", Shape.PAUSED, "seconds", null, ActivityKind.PRESENCE_CHANGED);
        own(REBUKES, Shape.RATINGS, "count", Fraction.of(Figure.REBUKES), ActivityKind.RATING_GIVEN);
        own("view_time_average", Shape.MEAN, "seconds", null, ActivityKind.TICKET_VIEWED);
        own("chat_accept_time_average", Shape.MEAN, "seconds", null, ActivityKind.CHAT_ACCEPTED);
        own(REWARDS, Shape.RATINGS, "count", Fraction.of(Figure.REWARDS), ActivityKind.RATING_GIVEN);
        own("pauses", Shape.COUNT, "count", null, ActivityKind.PRESENCE_CHANGED);
        own("longest_answer", Shape.MAXIMUM, "characters", null, ActivityKind.MESSAGE_SENT);
        own("tickets_tagged", Shape.TICKETS, "count", null, ActivityKind.TICKET_TAGGED);
        own("online_draw", Shape.DRAWN, "seconds", null, ActivityKind.PRESENCE_CHANGED);
        own("online_time", Shape.ONLINE, "seconds", null, ActivityKind.PRESENCE_CHANGED);
        own("most_messages_in_chat", Shape.MAXIMUM, "count", null, ActivityKind.CHAT_ENDED);
        own(
                "resolved_or_deleted",
                Shape.COUNT,
                "count",
                Fraction.of(Figure.RESOLVED, Figure.DELETED),
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.TICKET_DELETED);
        own("longest_talk", Shape.MAXIMUM, "seconds", null, ActivityKind.CALL_ENDED);
        own("answers", Shape.COUNT, "count", Fraction.of(Figure.SENT), ActivityKind.MESSAGE_SENT);
        own("notes", Shape.COUNT, "count", Fraction.of(Figure.NOTES), ActivityKind.NOTE_ADDED);
        own("resolved_tickets", Shape.COUNT, "count", Fraction.of(Figure.RESOLVED), ActivityKind.TICKET_RESOLVED);
        own("created_tickets", Shape.COUNT, "count", Fraction.of(Figure.CREATED), ActivityKind.TICKET_CREATED);
        own("incoming_messages", Shape.COUNT, "count", Fraction.of(Figure.RECEIVED), ActivityKind.MESSAGE_RECEIVED);
        own("calls", Shape.COUNT, "count", Fraction.of(Figure.CALLS_ANSWERED), ActivityKind.CALL_ANSWERED);
        own("finished_calls", Shape.COUNT, "count", Fraction.of(Figure.CALLS_ENDED), ActivityKind.CALL_ENDED);
        own("missed_calls", Shape.COUNT, "count", Fraction.of(Figure.CALLS_MISSED), ActivityKind.CALL_MISSED);
        own("chats", Shape.COUNT, "count", Fraction.of(Figure.CHATS_ACCEPTED), ActivityKind.CHAT_ACCEPTED);
        own("finished_chats", Shape.COUNT, "count", Fraction.of(Figure.CHATS_ENDED), ActivityKind.CHAT_ENDED);
        own("missed_chats", Shape.COUNT, "count", Fraction.of(Figure.CHATS_MISSED), ActivityKind.CHAT_MISSED);
        own("not_ranked", Shape.RATINGS, "count", Fraction.of(Figure.NEUTRALS), ActivityKind.RATING_GIVEN);
        own(
                "new_answer_avg_time",
                Shape.FIGURES,
                "seconds",
                new Fraction(Set.of(Figure.FIRST_ANSWER_SECONDS), Set.of(Figure.FIRST_ANSWERS), 1),
                ActivityKind.MESSAGE_SENT);
        own(
                "open_answer_avg_time",
                Shape.FIGURES,
                "seconds",
                new Fraction(Set.of(Figure.NEXT_ANSWER_SECONDS), Set.of(Figure.NEXT_ANSWERS), 1),
                ActivityKind.MESSAGE_SENT);
        own(
                "avg_pickup_time",
                Shape.FIGURES,
                "seconds",
                new Fraction(Set.of(Figure.CHAT_PICKUP_SECONDS), Set.of(Figure.CHAT_PICKUPS), 1),
                ActivityKind.CHAT_ACCEPTED);
        own(
                "avg_chat_time",
                Shape.FIGURES,
                "seconds",
                new Fraction(Set.of(Figure.CHAT_SECONDS), Set.of(Figure.CHATS_ENDED), 1),
                ActivityKind.CHAT_ENDED);
        own(
                "chat_messages",
                Shape.FIGURES,
                "count",
                new Fraction(Set.of(Figure.CHAT_AGENT_MESSAGES), Set.of(), 1),
                ActivityKind.CHAT_ENDED);
        own(
                "call_minutes",
                Shape.FIGURES,
                "minutes",
                new Fraction(Set.of(Figure.TALK_SECONDS), Set.of(), 1.0 / 60),
                ActivityKind.CALL_ENDED);
        own(
                "rebukes_percent",
                Shape.FIGURES,
                "percent",
                new Fraction(Set.of(Figure.REBUKES), Set.of(Figure.REWARDS, Figure.REBUKES), 100),
                ActivityKind.RATING_GIVEN);
        own(
                "not_ranked_percent",
                Shape.FIGURES,
                "percent",
                new Fraction(Set.of(Figure.NEUTRALS), Set.of(Figure.REWARDS, Figure.REBUKES, Figure.NEUTRALS), 100),
                ActivityKind.RATING_GIVEN);
    }

    public GameMetric {
        kinds = Set.copyOf(kinds);
        filters = Collections.unmodifiableSet(new TreeSet<>(filters));
    }

    private static void own(
            String id, Shape shape, String unit, @Nullable Fraction figures, ActivityKind first, ActivityKind... more) {
        Set<Filter> filters = EnumSet.noneOf(Filter.class);
        if (shape != Shape.TICKETS && shape != Shape.ONLINE && shape != Shape.PAUSED && shape != Shape.DRAWN) {
            filters.add(Filter.DEPARTMENT);
            filters.add(Filter.CHANNEL);
            if (figures != null) {
                filters.add(Filter.TAG);
            }
        }
        if (first == ActivityKind.PRESENCE_CHANGED) {
            filters.clear();
        }
        OWN.put(id, new GameMetric(id, shape, unit, EnumSet.of(first, more), figures, filters));
    }

    /** Whether agents are ranked by it: not by what is drawn. */
    public boolean compares() {
        return shape != Shape.DRAWN;
    }

    /** Whether values of several make one as a sum does. */
    public boolean addsUp() {
        return switch (shape) {
            case COUNT, TICKETS, RATINGS, ONLINE, PAUSED -> true;
            case KPI, FIGURES -> !averages();
            case MEAN, MAXIMUM, DRAWN -> false;
        };
    }

    /** Whether a value is divided by something. */
    public boolean averages() {
        return switch (shape) {
            case MEAN -> true;
            case KPI -> AgentFigures.kpi(id).map(AgentFigures.KpiWords::mean).orElse(false);
            case FIGURES -> figures != null && !figures.below().isEmpty();
            case COUNT, TICKETS, RATINGS, ONLINE, PAUSED, MAXIMUM, DRAWN -> false;
        };
    }

    /** Those of badges, then every KPI. */
    public static Optional<GameMetric> named(String id) {
        GameMetric own = OWN.get(id);
        return own == null
                ? AgentFigures.kpi(id)
                        .map(kpi -> new GameMetric(
                                id,
                                Shape.KPI,
                                kpi.unit(),
                                kpi.kinds(),
                                null,
                                kpi.kinds().contains(ActivityKind.PRESENCE_CHANGED)
                                        ? Set.of()
                                        : EnumSet.allOf(Filter.class)))
                : Optional.of(own);
    }

    public static List<GameMetric> all() {
        List<GameMetric> all = new ArrayList<>(OWN.values());
        AgentFigures.kpiIds().stream()
                .filter(id -> !OWN.containsKey(id))
                .forEach(id -> named(id).ifPresent(all::add));
        return all;
    }
}
