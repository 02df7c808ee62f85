package org.fourleaf.reports;

import java.util.List;
import java.util.Locale;
import org.fourleaf.metrics.Dimension;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** A report: what its rows are of, and which columns it has when nobody chooses. */
enum ReportKind {
    AGENTS(Dimension.AGENT, ReportColumns.standard()),
    DEPARTMENTS(Dimension.DEPARTMENT, ReportColumns.standard()),
    CHANNELS(Dimension.CHANNEL, ReportColumns.standard()),
    TAGS(Dimension.TAG, ReportColumns.standard()),
    OVERVIEW(null, ReportColumns.standard()),
    SLA(Dimension.DEPARTMENT, List.of("sla_met", "sla_missed", "sla_compliance", "backlog", "overdue")),
    RATINGS(
            Dimension.AGENT,
            List.of(
                    "rewards",
                    "rewards_percent",
                    "rebukes",
                    "rebukes_percent",
                    "not_ranked",
                    "not_ranked_percent",
                    "surveys_sent",
                    "surveys_answered",
                    "csat",
                    "csat_mean",
                    "nps",
                    "ces")),
    AVAILABILITY(Dimension.AGENT, List.of("work_time", "paused_time", "logged_in_time", "utilisation", "occupancy")),
    LOAD(
            null,
            List.of(
                    "created_tickets",
                    "incoming_messages",
                    "incoming_calls",
                    "incoming_chats",
                    "answers",
                    "resolved_tickets",
                    "backlog",
                    "overdue",
                    "work_time")),
    TIME(
            Dimension.AGENT,
            List.of(
                    "view_time",
                    "talk_time",
                    "hold_time",
                    "wrap_time",
                    "chat_time",
                    "work_time",
                    "paused_time",
                    "logged_in_time",
                    "utilisation",
                    "occupancy")),
    CHATS(
            Dimension.AGENT,
            List.of(
                    "incoming_chats",
                    "chats",
                    "missed_chats",
                    "abandoned_chats",
                    "finished_chats",
                    "chat_messages",
                    "avg_pickup_time",
                    "chat_answer_speed",
                    "avg_chat_time")),
    CALLS(
            Dimension.AGENT,
            List.of(
                    "incoming_calls",
                    "outgoing_calls",
                    "calls",
                    "missed_calls",
                    "abandoned_calls",
                    "finished_calls",
                    "call_minutes",
                    "call_answer_speed",
                    "aht")),
    CUSTOMERS(null, customerColumns()),
    COMPANIES(null, customerColumns()),
    DISPOSITIONS(null, List.of("resolved_tickets")),
    /** How long which agent paused for which reason. */
    PAUSES(null, List.of("paused_time")),
    /** Promises by level and type. */
    SLA_LEVELS(null, List.of("sla_met", "sla_missed", "sla_compliance")),
    /** Which rule ran how often. */
    RULES(null, List.of()),
    /** How many answers came to which state on their way. */
    DELIVERIES(null, List.of());

    private final @Nullable Dimension dimension;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> columns;

    ReportKind(@Nullable Dimension dimension, List<String> columns) {
        this.dimension = dimension;
        this.columns = List.copyOf(columns);
    }

    private static List<String> customerColumns() {
        return List.of(
                "created_tickets",
                "incoming_messages",
                "incoming_chats",
                "incoming_calls",
                "answers",
                "resolved_tickets",
                "csat",
                "csat_mean",
                "nps",
                "sales");
    }

    /** Its rows are no dimension of the figures. */
    boolean isUncut() {
        return switch (this) {
            case CUSTOMERS, COMPANIES, DISPOSITIONS, PAUSES, SLA_LEVELS, RULES, DELIVERIES -> true;
            case AGENTS, DEPARTMENTS, CHANNELS, TAGS, OVERVIEW, SLA, RATINGS, AVAILABILITY, LOAD, TIME, CHATS, CALLS ->
                false;
        };
    }

    /** None for one whose rows are times. */
    @Nullable
    Dimension dimension() {
        return dimension;
    }

    List<String> columns() {
        return columns;
    }

    String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal not found */
    static ReportKind named(String name) {
        for (ReportKind kind : values()) {
            if (kind.json().equals(name)) {
                return kind;
            }
        }
        throw Refusal.notFound("report");
    }
}
