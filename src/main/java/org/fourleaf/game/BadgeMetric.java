package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.platform.log.ActivityKind;

/**
 * What a badge compares agents by.
 *
 * @param unit of a value: count, seconds, characters, or a KPI's unit
 * @param kinds of the activities that count
 */
record BadgeMetric(String id, Shape shape, String unit, Set<ActivityKind> kinds) {

    /** How activities make a value. */
    enum Shape {
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
        /** Nothing is compared: it is drawn. */
        DRAWN;

        /** Whether a least number of activities is asked for: not of durations, and not of the largest of something. */
        boolean hasSample() {
            return this == COUNT || this == MEAN || this == TICKETS || this == RATINGS || this == KPI;
        }

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String REBUKES = "rebukes";
    static final String REWARDS = "rewards";

    private static final Map<String, BadgeMetric> OWN = new LinkedHashMap<>();

    static {
        own("transfers", Shape.COUNT, "count", ActivityKind.TICKET_TRANSFERRED);
        own("paused_time", Shape.PAUSED, "seconds", ActivityKind.PRESENCE_CHANGED);
        own(REBUKES, Shape.RATINGS, "count", ActivityKind.RATING_GIVEN);
        own("view_time_average", Shape.MEAN, "seconds", ActivityKind.TICKET_VIEWED);
        own("chat_accept_time_average", Shape.MEAN, "seconds", ActivityKind.CHAT_ACCEPTED);
        own(REWARDS, Shape.RATINGS, "count", ActivityKind.RATING_GIVEN);
        own("pauses", Shape.COUNT, "count", ActivityKind.PRESENCE_CHANGED);
        own("longest_answer", Shape.MAXIMUM, "characters", ActivityKind.MESSAGE_SENT);
        own("tickets_tagged", Shape.TICKETS, "count", ActivityKind.TICKET_TAGGED);
        own("online_draw", Shape.DRAWN, "seconds", ActivityKind.PRESENCE_CHANGED);
        own("online_time", Shape.ONLINE, "seconds", ActivityKind.PRESENCE_CHANGED);
        own("most_messages_in_chat", Shape.MAXIMUM, "count", ActivityKind.CHAT_ENDED);
        own("resolved_or_deleted", Shape.COUNT, "count", ActivityKind.TICKET_RESOLVED, ActivityKind.TICKET_DELETED);
        own("longest_talk", Shape.MAXIMUM, "seconds", ActivityKind.CALL_ENDED);
        own("answers", Shape.COUNT, "count", ActivityKind.MESSAGE_SENT);
        own("notes", Shape.COUNT, "count", ActivityKind.NOTE_ADDED);
        own("resolved_tickets", Shape.COUNT, "count", ActivityKind.TICKET_RESOLVED);
        own("created_tickets", Shape.COUNT, "count", ActivityKind.TICKET_CREATED);
        own("incoming_messages", Shape.COUNT, "count", ActivityKind.MESSAGE_RECEIVED);
        own("calls", Shape.COUNT, "count", ActivityKind.CALL_ANSWERED);
        own("finished_calls", Shape.COUNT, "count", ActivityKind.CALL_ENDED);
        own("missed_calls", Shape.COUNT, "count", ActivityKind.CALL_MISSED);
        own("chats", Shape.COUNT, "count", ActivityKind.CHAT_ACCEPTED);
        own("finished_chats", Shape.COUNT, "count", ActivityKind.CHAT_ENDED);
        own("missed_chats", Shape.COUNT, "count", ActivityKind.CHAT_MISSED);
        own("not_ranked", Shape.RATINGS, "count", ActivityKind.RATING_GIVEN);
    }

    BadgeMetric {
        kinds = Set.copyOf(kinds);
    }

    private static void own(String id, Shape shape, String unit, ActivityKind first, ActivityKind... more) {
        OWN.put(id, new BadgeMetric(id, shape, unit, EnumSet.of(first, more)));
    }

    /** Those of badges, then every KPI. */
    static Optional<BadgeMetric> named(String id) {
        BadgeMetric own = OWN.get(id);
        return own == null
                ? AgentFigures.kpi(id).map(kpi -> new BadgeMetric(id, Shape.KPI, kpi.unit(), kpi.kinds()))
                : Optional.of(own);
    }

    static List<BadgeMetric> all() {
        List<BadgeMetric> all = new ArrayList<>(OWN.values());
        AgentFigures.kpiIds().stream()
                .filter(id -> !OWN.containsKey(id))
                .forEach(id -> named(id).ifPresent(all::add));
        return all;
    }
}
