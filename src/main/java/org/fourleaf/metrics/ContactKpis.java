package org.fourleaf.metrics;

import static org.fourleaf.metrics.Figure.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fourleaf.metrics.Kpi.Unit;
import org.fourleaf.platform.log.ActivityKind;

/** How contacts were handled and how long they waited. */
final class ContactKpis {

    private ContactKpis() {}

    static List<Kpi> all() {
        List<Kpi> all = new ArrayList<>();

        Term calls = Term.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS);
        all.add(Kpi.ratio(
                "aht",
                "Handling time of calls",
                "(talk + hold + wrap) / calls ended",
                Unit.SECONDS,
                calls,
                Term.of(CALLS_ENDED),
                ActivityKind.CALL_ENDED));
        all.add(Kpi.ratio(
                "aht_chat",
                "Handling time of chats",
                "duration of chats / chats ended",
                Unit.SECONDS,
                Term.of(CHAT_SECONDS),
                Term.of(CHATS_ENDED),
                ActivityKind.CHAT_ENDED));
        all.add(Kpi.ratio(
                "aht_email",
                "Handling time of mails",
                "focused view time / answers",
                Unit.SECONDS,
                Term.of(VIEW_SECONDS),
                Term.of(SENT),
                ActivityKind.TICKET_VIEWED,
                ActivityKind.MESSAGE_SENT));
        Set<Figure> everything = EnumSet.of(
                TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS, CALLS_ENDED, CHAT_SECONDS, CHATS_ENDED, VIEW_SECONDS, SENT);
        all.add(new Kpi(
                "aht_blended",
                "Handling time",
                set -> "(calls' time * %s + chats' * %s + mails' * %s) / (calls * %1$s + chats * %2$s + answers * %3$s)"
                        .formatted(set.callWeight(), set.chatWeight(), set.emailWeight()),
                Unit.SECONDS,
                new Term(
                        everything,
                        (sums, set) -> set.callWeight()
                                        * (sums.get(TALK_SECONDS) + sums.get(HOLD_SECONDS) + sums.get(WRAP_SECONDS))
                                + set.chatWeight() * sums.get(CHAT_SECONDS)
                                + set.emailWeight() * sums.get(VIEW_SECONDS)),
                new Term(
                        everything,
                        (sums, set) -> set.callWeight() * sums.get(CALLS_ENDED)
                                + set.chatWeight() * sums.get(CHATS_ENDED)
                                + set.emailWeight() * sums.get(SENT)),
                null,
                List.of("call_weight", "chat_weight", "email_weight"),
                EnumSet.of(
                        ActivityKind.CALL_ENDED,
                        ActivityKind.CHAT_ENDED,
                        ActivityKind.TICKET_VIEWED,
                        ActivityKind.MESSAGE_SENT)));
        all.add(Kpi.ratio(
                "utilisation",
                "Utilisation",
                "(talk + hold + wrap + chats + focused view time) / (online + paused) * 100",
                Unit.PERCENT,
                Term.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS, CHAT_SECONDS, VIEW_SECONDS),
                Term.of(ONLINE_SECONDS, PAUSED_SECONDS),
                ActivityKind.CALL_ENDED,
                ActivityKind.CHAT_ENDED,
                ActivityKind.TICKET_VIEWED,
                ActivityKind.PRESENCE_CHANGED));
        all.add(Kpi.ratio(
                "occupancy",
                "Occupancy",
                "(talk + hold + wrap + chats) / online * 100",
                Unit.PERCENT,
                Term.of(TALK_SECONDS, HOLD_SECONDS, WRAP_SECONDS, CHAT_SECONDS),
                Term.of(ONLINE_SECONDS),
                ActivityKind.CALL_ENDED,
                ActivityKind.CHAT_ENDED,
                ActivityKind.PRESENCE_CHANGED));
        all.add(Kpi.ratio(
                "answers_per_hour",
                "Answers per hour",
                "answers / hours online",
                Unit.PER_HOUR,
                Term.of(SENT),
                Term.of(ONLINE_SECONDS),
                ActivityKind.MESSAGE_SENT,
                ActivityKind.PRESENCE_CHANGED));
        all.add(Kpi.ratio(
                "resolved_per_hour",
                "Resolved per hour",
                "resolve actions / hours online",
                Unit.PER_HOUR,
                Term.of(RESOLVED),
                Term.of(ONLINE_SECONDS),
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.PRESENCE_CHANGED));

        all.add(abandonment(
                "abandonment",
                "Abandoned calls",
                "calls",
                CALLS_ABANDONED,
                CALLS_ABANDONED_SHORT,
                CALLS_IN,
                ActivityKind.CALL_ABANDONED,
                ActivityKind.CALL_STARTED));
        all.add(abandonment(
                "chat_abandonment",
                "Abandoned chats",
                "chats",
                CHATS_ABANDONED,
                CHATS_ABANDONED_SHORT,
                CHATS_STARTED,
                ActivityKind.CHAT_ABANDONED,
                ActivityKind.CHAT_STARTED));
        all.add(serviceLevel(
                "service_level",
                "Service level of calls",
                CALLS_ANSWERED_IN_TIME,
                CALLS_ANSWERED,
                CALLS_ABANDONED_IN_TIME,
                CALLS_ABANDONED,
                CALLS_ABANDONED_SHORT,
                ActivityKind.CALL_ANSWERED,
                ActivityKind.CALL_ABANDONED));
        all.add(serviceLevel(
                "chat_service_level",
                "Service level of chats",
                CHATS_ACCEPTED_IN_TIME,
                CHATS_ACCEPTED,
                CHATS_ABANDONED_IN_TIME,
                CHATS_ABANDONED,
                CHATS_ABANDONED_SHORT,
                ActivityKind.CHAT_ACCEPTED,
                ActivityKind.CHAT_ABANDONED));
        all.add(new Kpi(
                "email_service_level",
                "Service level of mails",
                set -> "first answers within " + set.emailTargetSeconds() + " s / first answers * 100",
                Unit.PERCENT,
                Term.of(FIRST_ANSWERS_IN_TIME),
                Term.of(FIRST_ANSWERS),
                null,
                List.of("email_target_seconds"),
                EnumSet.of(ActivityKind.MESSAGE_SENT)));
        return all;
    }

    private static Kpi abandonment(
            String id,
            String title,
            String what,
            Figure abandoned,
            Figure tooShort,
            Figure offered,
            ActivityKind... kinds) {
        return new Kpi(
                id,
                title,
                set -> "(abandoned - short) / (incoming " + what + " - short) * 100; short: gone within "
                        + set.shortAbandonSeconds() + " s",
                Unit.PERCENT,
                Term.of(abandoned).less(tooShort),
                Term.of(offered).less(tooShort),
                null,
                List.of("short_abandon_seconds"),
                Set.of(kinds));
    }

    private static Kpi serviceLevel(
            String id,
            String title,
            Figure answeredInTime,
            Figure answered,
            Figure abandonedInTime,
            Figure abandoned,
            Figure tooShort,
            ActivityKind... kinds) {
        Set<Figure> needs = EnumSet.of(answeredInTime, answered, abandonedInTime, abandoned, tooShort);
        return new Kpi(
                id,
                title,
                set -> set.serviceLevelFormula().words() + " * 100; in time: waited at most "
                        + set.serviceLevelSeconds() + " s, short: gone within " + set.shortAbandonSeconds() + " s",
                Unit.PERCENT,
                new Term(
                        needs,
                        (sums, set) -> sums.get(answeredInTime)
                                + switch (set.serviceLevelFormula()) {
                                    case ALL_IN_TIME -> sums.get(abandonedInTime);
                                    case SHORT_AS_ANSWERED -> sums.get(tooShort);
                                    case ANSWERED, OFFERED, OFFERED_LATE, OFFERED_LESS_SHORT -> 0;
                                }),
                new Term(
                        needs,
                        (sums, set) -> sums.get(answered)
                                + switch (set.serviceLevelFormula()) {
                                    case ANSWERED -> 0;
                                    case ALL_IN_TIME, OFFERED, SHORT_AS_ANSWERED -> sums.get(abandoned);
                                    case OFFERED_LATE -> sums.get(abandoned) - sums.get(abandonedInTime);
                                    case OFFERED_LESS_SHORT -> sums.get(abandoned) - sums.get(tooShort);
                                }),
                null,
                List.of("service_level_formula", "service_level_seconds", "short_abandon_seconds"),
                Set.of(kinds));
    }
}
