package org.fourleaf.reports;

import static org.fourleaf.metrics.Figure.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.Refusal;
import org.fourleaf.reports.ReportColumn.Unit;
import org.jspecify.annotations.Nullable;

/** Every column a report may have, in the order they come when nobody chooses. */
final class ReportColumns {

    private static final Map<String, ReportColumn> ALL = new LinkedHashMap<>();

    private static final List<String> STANDARD = new ArrayList<>();

    static {
        answersAndCalls();
        ratingsAndIncoming();
        perHour();
        shares();
        STANDARD.addAll(ALL.keySet());
        others();
    }

    private ReportColumns() {}

    /** The agent and department columns. */
    static List<String> standard() {
        return List.copyOf(STANDARD);
    }

    /** @param ids by comma, in their order; the given ones when nothing is said. @throws Refusal malformed */
    static List<ReportColumn> named(@Nullable String ids, List<String> otherwise) {
        List<String> wanted =
                ids == null || ids.isBlank() ? otherwise : List.of(ids.strip().split("\\s*,\\s*", -1));
        List<ReportColumn> columns = new ArrayList<>();
        for (String id : wanted) {
            ReportColumn column = ALL.get(id);
            if (column == null) {
                throw Refusal.malformed("columns", "Of " + String.join(", ", ALL.keySet()) + ", by comma.");
            }
            if (!columns.contains(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static void answersAndCalls() {
        add(ReportColumn.count("answers", "Answers", SENT));
        add(ReportColumn.mean(
                "new_answer_avg_time", "First answer", Unit.SECONDS, FIRST_ANSWER_SECONDS, FIRST_ANSWERS));
        add(ReportColumn.mean("open_answer_avg_time", "Next answers", Unit.SECONDS, NEXT_ANSWER_SECONDS, NEXT_ANSWERS));
        add(ReportColumn.count("calls", "Calls", CALLS_ANSWERED));
        add(ReportColumn.count("missed_calls", "Missed calls", CALLS_MISSED));
        add(ReportColumn.count("call_minutes", "Call minutes", TALK_SECONDS).times(1 / 60.0, Unit.MINUTES));
        add(ReportColumn.count("chat_messages", "Chat messages", CHAT_AGENT_MESSAGES));
        add(ReportColumn.count("chats", "Chats", CHATS_ACCEPTED));
        add(ReportColumn.count("missed_chats", "Missed chats", CHATS_MISSED));
        add(ReportColumn.mean("avg_pickup_time", "Pick-up time", Unit.SECONDS, CHAT_PICKUP_SECONDS, CHAT_PICKUPS));
        add(ReportColumn.mean("avg_chat_time", "Chat time", Unit.SECONDS, CHAT_SECONDS, CHATS_ENDED));
    }

    private static void ratingsAndIncoming() {
        add(ReportColumn.count("not_ranked", "Not ranked", NEUTRALS));
        add(ReportColumn.percent("not_ranked_percent", "Not ranked, %", List.of(NEUTRALS), REWARDS, REBUKES, NEUTRALS));
        add(ReportColumn.count("rewards", "Rewards", REWARDS));
        add(ReportColumn.percent("rewards_percent", "Rewards, %", List.of(REWARDS), REWARDS, REBUKES));
        add(ReportColumn.count("rebukes", "Rebukes", REBUKES));
        add(ReportColumn.percent("rebukes_percent", "Rebukes, %", List.of(REBUKES), REWARDS, REBUKES));
        add(ReportColumn.count("incoming_messages", "Incoming messages", RECEIVED));
        add(ReportColumn.count("incoming_calls", "Incoming calls", CALLS_IN));
        add(ReportColumn.count("finished_calls", "Finished calls", CALLS_ENDED));
        add(ReportColumn.count("incoming_chats", "Incoming chats", CHATS_STARTED));
        add(ReportColumn.count("finished_chats", "Finished chats", CHATS_ENDED));
        add(ReportColumn.count("created_tickets", "Created tickets", CREATED));
        add(ReportColumn.count("resolved_tickets", "Resolved tickets", RESOLVED));
        add(ReportColumn.count("notes", "Notes", NOTES));
        add(ReportColumn.seconds("work_time", "Work time", ONLINE_SECONDS));
    }

    private static void perHour() {
        for (ReportColumn column : List.copyOf(ALL.values())) {
            if (column.below().isEmpty() && column.unit() != Unit.SECONDS) {
                add(column.perHour());
            }
        }
    }

    private static void shares() {
        add(ReportColumn.percent("fcr", "First contact resolution", List.of(FIRST_CONTACT), CASES)
                .less(FIRST_CONTACT_REOPENED));
        add(new ReportColumn(
                "aht",
                "Handling time of calls",
                Unit.SECONDS,
                List.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS),
                List.of(),
                List.of(CALLS_ENDED),
                1));
        add(ReportColumn.percent("csat", "Satisfaction", List.of(CSATS_GOOD), CSATS));
        add(ReportColumn.percent("sla_compliance", "SLA compliance", List.of(SLA_MET), SLA_MET, SLA_MISSED));
    }

    /** Those of other reports. */
    private static void others() {
        add(ReportColumn.count("received_cases", "Received cases", CASES));
        add(ReportColumn.count("resolved_cases", "Resolved cases", CASE_RESOLVES)
                .less(RESOLVED_AGAIN));
        add(ReportColumn.count("reopened_tickets", "Reopened", REOPENED));
        add(ReportColumn.count("transferred_tickets", "Transferred", TRANSFERRED));
        add(ReportColumn.count("backlog", "Open cases", BACKLOG));
        add(ReportColumn.count("overdue", "Overdue cases", OVERDUE));
        add(ReportColumn.count("sla_met", "Promises kept", SLA_MET));
        add(ReportColumn.count("sla_missed", "Promises missed", SLA_MISSED));
        add(ReportColumn.seconds("view_time", "Focused time", VIEW_SECONDS));
        add(ReportColumn.seconds("talk_time", "Talk time", TALK_SECONDS));
        add(ReportColumn.seconds("hold_time", "Hold time", HOLD_SECONDS));
        add(ReportColumn.seconds("wrap_time", "Wrap-up time", WRAP_SECONDS));
        add(ReportColumn.seconds("chat_time", "Time in chats", CHAT_SECONDS));
        add(ReportColumn.seconds("paused_time", "Paused", PAUSED_SECONDS));
        add(ReportColumn.seconds("logged_in_time", "Logged in", ONLINE_SECONDS, PAUSED_SECONDS));
        add(ReportColumn.percent(
                "utilisation",
                "Utilisation",
                List.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS, CHAT_SECONDS, VIEW_SECONDS),
                ONLINE_SECONDS,
                PAUSED_SECONDS));
        add(ReportColumn.percent(
                "occupancy",
                "Occupancy",
                List.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS, CHAT_SECONDS),
                ONLINE_SECONDS));
        add(ReportColumn.mean("resolution_time", "Resolution", Unit.SECONDS, RESOLUTION_SECONDS, RESOLUTIONS));
        add(ReportColumn.mean(
                "first_assign_time", "First assignment", Unit.SECONDS, FIRST_ASSIGN_SECONDS, FIRST_ASSIGNS));
        add(ReportColumn.count("abandoned_calls", "Abandoned calls", CALLS_ABANDONED));
        add(ReportColumn.count("outgoing_calls", "Outgoing calls", CALLS_OUT));
        add(ReportColumn.mean("call_answer_speed", "Speed of answer", Unit.SECONDS, CALL_WAIT_SECONDS, CALLS_ANSWERED));
        add(ReportColumn.count("abandoned_chats", "Abandoned chats", CHATS_ABANDONED));
        add(ReportColumn.mean("chat_answer_speed", "Speed of answer", Unit.SECONDS, CHAT_WAIT_SECONDS, CHATS_ACCEPTED));
        add(ReportColumn.count("surveys_sent", "Surveys sent", SURVEYS_SENT));
        add(ReportColumn.count("surveys_answered", "Surveys answered", SURVEYS_ANSWERED));
        add(ReportColumn.mean("csat_mean", "Mean satisfaction", Unit.POINTS, CSAT_POINTS, CSATS));
        add(ReportColumn.percent("nps", "Net promoter score", List.of(PROMOTERS), NPSES)
                .less(DETRACTORS));
        add(ReportColumn.mean("ces", "Customer effort", Unit.POINTS, CES_POINTS, CESES));
        add(ReportColumn.count("sales", "Sales", SALES));
        add(ReportColumn.count("tagged", "Tags put on", TAGGED));
    }

    private static void add(ReportColumn column) {
        ALL.put(column.id(), column);
    }
}
