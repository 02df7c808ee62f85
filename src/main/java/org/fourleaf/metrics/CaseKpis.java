package org.fourleaf.metrics;

import static org.fourleaf.metrics.Figure.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.fourleaf.metrics.Kpi.Unit;
import org.fourleaf.platform.log.ActivityKind;

/** What became of cases, and of the customers who brought them. */
final class CaseKpis {

    private CaseKpis() {}

    static List<Kpi> all() {
        List<Kpi> all = new ArrayList<>();

        all.add(Kpi.ratio(
                "case_resolution",
                "Case resolution",
                "resolved cases / received cases * 100",
                Unit.PERCENT,
                Term.of(CASE_RESOLVES).less(RESOLVED_AGAIN),
                Term.of(CASES),
                ActivityKind.TICKET_CREATED,
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.TICKET_MERGED,
                ActivityKind.TICKET_SPAM));
        all.add(Kpi.ratio(
                "case_resolution_cohort",
                "Case resolution of the received",
                "of the cases received in the period, those resolved by now / received cases * 100",
                Unit.PERCENT,
                Term.of(CASES_RESOLVED_SINCE),
                Term.of(CASES),
                ActivityKind.TICKET_CREATED,
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.TICKET_MERGED,
                ActivityKind.TICKET_SPAM));
        all.add(new Kpi(
                "fcr",
                "First contact resolution",
                set ->
                        "of the cases received in the period: resolved after exactly one customer contact, never transferred"
                                + " between agents, not reopened within " + set.fcrWindowDays()
                                + " days of that / received cases * 100",
                Unit.PERCENT,
                Term.of(FIRST_CONTACT).less(FIRST_CONTACT_REOPENED),
                Term.of(CASES),
                null,
                List.of("fcr_window_days"),
                EnumSet.of(
                        ActivityKind.TICKET_CREATED,
                        ActivityKind.TICKET_RESOLVED,
                        ActivityKind.MESSAGE_RECEIVED,
                        ActivityKind.CHAT_STARTED,
                        ActivityKind.CALL_STARTED,
                        ActivityKind.TICKET_TRANSFERRED,
                        ActivityKind.TICKET_REOPENED)));
        all.add(Kpi.ratio(
                "reopen_rate",
                "Reopened",
                "reopenings / resolve actions * 100",
                Unit.PERCENT,
                Term.of(REOPENED),
                Term.of(RESOLVED),
                ActivityKind.TICKET_REOPENED,
                ActivityKind.TICKET_RESOLVED));
        all.add(Kpi.ratio(
                "sla_compliance",
                "SLA compliance",
                "promises met / (met + missed) * 100; a missed one counts when it is missed, done or not",
                Unit.PERCENT,
                Term.of(SLA_MET),
                Term.of(SLA_MET, SLA_MISSED),
                ActivityKind.SLA_MET,
                ActivityKind.SLA_MISSED));
        all.add(Kpi.ratio(
                "save_rate",
                "Customers kept",
                "customers of the period who had been customers before it / all customers of the period * 100",
                Unit.PERCENT,
                Term.of(CUSTOMERS_KEPT),
                Term.of(CUSTOMERS),
                ActivityKind.TICKET_CREATED,
                ActivityKind.MESSAGE_RECEIVED,
                ActivityKind.CHAT_STARTED,
                ActivityKind.CALL_STARTED));
        all.add(Kpi.ratio(
                "save_rate_dispositions",
                "Saved",
                "resolved as saved / (resolved as saved + as lost) * 100",
                Unit.PERCENT,
                Term.of(SAVED),
                Term.of(SAVED, LOST),
                ActivityKind.TICKET_RESOLVED));

        all.add(Kpi.time(
                "first_answer_time",
                "First answer",
                "seconds from new to answered / first answers",
                FIRST_ANSWER_SECONDS,
                FIRST_ANSWERS,
                Measure.FIRST_ANSWER,
                ActivityKind.MESSAGE_SENT));
        all.add(Kpi.time(
                "next_answer_time",
                "Next answers",
                "seconds from open to answered / next answers",
                NEXT_ANSWER_SECONDS,
                NEXT_ANSWERS,
                Measure.NEXT_ANSWER,
                ActivityKind.MESSAGE_SENT));
        all.add(Kpi.time(
                "first_answer_time_business",
                "First answer, business hours",
                "business seconds from new to answered / first answers",
                FIRST_BUSINESS_SECONDS,
                FIRST_BUSINESS_ANSWERS,
                Measure.FIRST_BUSINESS_ANSWER,
                ActivityKind.MESSAGE_SENT));
        all.add(Kpi.time(
                "next_answer_time_business",
                "Next answers, business hours",
                "business seconds from open to answered / next answers",
                NEXT_BUSINESS_SECONDS,
                NEXT_BUSINESS_ANSWERS,
                Measure.NEXT_BUSINESS_ANSWER,
                ActivityKind.MESSAGE_SENT));
        all.add(Kpi.time(
                "first_assign_time",
                "First assignment",
                "seconds from creation to the first owner / first assignments",
                FIRST_ASSIGN_SECONDS,
                FIRST_ASSIGNS,
                Measure.FIRST_ASSIGN,
                ActivityKind.TICKET_ASSIGNED));
        all.add(Kpi.time(
                "resolution_time",
                "Resolution",
                "seconds from creation to resolved / resolve actions",
                RESOLUTION_SECONDS,
                RESOLUTIONS,
                Measure.RESOLUTION,
                ActivityKind.TICKET_RESOLVED));
        all.add(Kpi.time(
                "call_answer_speed",
                "Speed of answer",
                "seconds waited / calls answered",
                CALL_WAIT_SECONDS,
                CALLS_ANSWERED,
                Measure.CALL_ANSWERED_WAIT,
                ActivityKind.CALL_ANSWERED));
        all.add(Kpi.time(
                "chat_answer_speed",
                "Speed of answer in chats",
                "seconds waited / chats accepted",
                CHAT_WAIT_SECONDS,
                CHATS_ACCEPTED,
                Measure.CHAT_ACCEPTED_WAIT,
                ActivityKind.CHAT_ACCEPTED));

        all.add(Kpi.sum(
                "volume", "Volume", "tickets created", Unit.COUNT, Term.of(CREATED), ActivityKind.TICKET_CREATED));
        all.add(Kpi.sum(
                "backlog",
                "Open cases",
                "at the period's end: cases created and not since resolved, deleted, merged or marked as spam",
                Unit.COUNT,
                Term.of(BACKLOG),
                ActivityKind.TICKET_CREATED,
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.TICKET_REOPENED,
                ActivityKind.TICKET_DELETED,
                ActivityKind.TICKET_MERGED,
                ActivityKind.TICKET_SPAM,
                ActivityKind.TICKET_RESTORED));
        all.add(Kpi.sum(
                "overdue",
                "Overdue cases",
                "at the period's end: open cases that missed a promise since they were last opened",
                Unit.COUNT,
                Term.of(OVERDUE),
                ActivityKind.SLA_MISSED));
        all.add(Kpi.sum(
                "talk_time",
                "Talk time",
                "seconds talked in calls",
                Unit.SECONDS,
                Term.of(TALK_SECONDS),
                ActivityKind.CALL_ENDED));
        all.add(Kpi.sum(
                "work_time",
                "Work time",
                "seconds online",
                Unit.SECONDS,
                Term.of(ONLINE_SECONDS),
                ActivityKind.PRESENCE_CHANGED));
        all.add(Kpi.sum(
                "missed",
                "Missed",
                "missed calls + missed chats",
                Unit.COUNT,
                Term.of(CALLS_MISSED, CHATS_MISSED),
                ActivityKind.CALL_MISSED,
                ActivityKind.CHAT_MISSED));
        return all;
    }
}
