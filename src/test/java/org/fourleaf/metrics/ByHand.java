package org.fourleaf.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fourleaf.metrics.History.Activity;
import org.jspecify.annotations.Nullable;

/**
 * The KPIs reckoned straight from a list of activities, as their definitions say and with nothing of the product: what every answer must
 * equal. Slow on purpose.
 */
public final class ByHand {

    /** A KPI's fraction; none below the line where it is a sum. */
    public record Fraction(double above, @Nullable Double below) {}

    private static final int SHORT = 5;
    private static final int IN_TIME = 20;
    /** Seconds up to which bins are exact. */
    static final int EMAIL_TARGET = 600;

    private static final Duration WINDOW = Duration.ofDays(7);

    private final List<Activity> all;
    private final Map<String, List<Activity>> byTicket = new HashMap<>();
    private final Instant now;

    public ByHand(List<Activity> activities, Instant now) {
        this.now = now;
        all = new ArrayList<>(activities);
        all.sort(Comparator.comparing(Activity::at));
        all.forEach(one -> {
            if (one.has("ticket")) {
                byTicket.computeIfAbsent(Objects.requireNonNull(one.text("ticket")), ticket -> new ArrayList<>())
                        .add(one);
            }
        });
    }

    /** @param filter which activities are meant */
    Map<String, Fraction> kpis(Instant from, Instant to, Predicate<Activity> filter) {
        List<Activity> window = all.stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .filter(filter)
                .toList();
        Map<String, Fraction> kpis = new LinkedHashMap<>();
        List<Activity> cases = of(window, "ticket.created").stream()
                .filter(one -> !isOut(one.text("ticket")))
                .toList();
        Set<String> resolved = new HashSet<>();
        of(window, "ticket.resolved").forEach(one -> {
            if (!isOut(one.text("ticket"))) {
                resolved.add(Objects.requireNonNull(one.text("ticket")));
            }
        });
        double received = cases.size();
        kpis.put("case_resolution", new Fraction(resolved.size(), received));
        kpis.put(
                "case_resolution_cohort",
                new Fraction(
                        cases.stream()
                                .filter(one -> has(one, "ticket.resolved"))
                                .count(),
                        received));
        kpis.put("fcr", new Fraction(cases.stream().filter(this::atFirstContact).count(), received));
        kpis.put("reopen_rate", new Fraction(count(window, "ticket.reopened"), count(window, "ticket.resolved")));
        kpis.put("volume", new Fraction(count(window, "ticket.created"), null));
        kpis.put(
                "sla_compliance",
                new Fraction(count(window, "sla.met"), count(window, "sla.met") + count(window, "sla.missed")));
        calls(window, kpis);
        opinions(window, kpis);
        answers(window, kpis);
        return kpis;
    }

    private void calls(List<Activity> window, Map<String, Fraction> kpis) {
        double handled = sum(window, "call.ended", "talk")
                + sum(window, "call.ended", "hold")
                + sum(window, "call.ended", "wrap");
        double chatted = sum(window, "chat.ended", "seconds");
        double viewed = sum(window, "ticket.viewed", "seconds");
        double calls = count(window, "call.ended");
        double chats = count(window, "chat.ended");
        double sent = count(window, "message.sent");
        kpis.put("aht", new Fraction(handled, calls));
        kpis.put("aht_chat", new Fraction(chatted, chats));
        kpis.put("aht_email", new Fraction(viewed, sent));
        kpis.put("aht_blended", new Fraction(handled + chatted + viewed, calls + chats + sent));
        kpis.put("talk_time", new Fraction(sum(window, "call.ended", "talk"), null));
        kpis.put("missed", new Fraction(count(window, "call.missed") + count(window, "chat.missed"), null));
        double inbound = of(window, "call.started").stream()
                .filter(one -> "in".equals(one.text("direction")))
                .count();
        queue(window, "call.answered", "call.abandoned", inbound, "abandonment", "service_level", kpis);
        queue(
                window,
                "chat.accepted",
                "chat.abandoned",
                count(window, "chat.started"),
                "chat_abandonment",
                "chat_service_level",
                kpis);
    }

    private static void queue(
            List<Activity> window,
            String answered,
            String abandoned,
            double offered,
            String rate,
            String level,
            Map<String, Fraction> kpis) {
        double tooShort = of(window, abandoned).stream()
                .filter(one -> one.number("waited") < SHORT)
                .count();
        kpis.put(rate, new Fraction(count(window, abandoned) - tooShort, offered - tooShort));
        double inTime = of(window, answered).stream()
                .filter(one -> one.number("waited") <= IN_TIME)
                .count();
        kpis.put(level, new Fraction(inTime, count(window, answered) + count(window, abandoned) - tooShort));
    }

    private void opinions(List<Activity> window, Map<String, Fraction> kpis) {
        List<Activity> csat = of(window, "survey.answered").stream()
                .filter(one -> one.has("csat"))
                .toList();
        kpis.put(
                "csat",
                new Fraction(
                        csat.stream().filter(one -> one.number("csat") >= 4).count(), (double) csat.size()));
        kpis.put(
                "csat_mean",
                new Fraction(csat.stream().mapToLong(one -> one.number("csat")).sum(), (double) csat.size()));
        List<Activity> nps = of(window, "survey.answered").stream()
                .filter(one -> one.has("nps"))
                .toList();
        kpis.put(
                "nps",
                new Fraction(
                        nps.stream()
                                .mapToInt(one -> one.number("nps") >= 9 ? 1 : one.number("nps") <= 6 ? -1 : 0)
                                .sum(),
                        (double) nps.size()));
        List<Activity> ces = of(window, "survey.answered").stream()
                .filter(one -> one.has("ces"))
                .toList();
        kpis.put(
                "ces",
                new Fraction(ces.stream().mapToLong(one -> one.number("ces")).sum(), (double) ces.size()));
        List<Activity> standing =
                of(window, "rating.given").stream().filter(this::stands).toList();
        double rewards = standing.stream()
                .filter(one -> "reward".equals(one.text("rating")))
                .count();
        double rebukes = standing.stream()
                .filter(one -> "rebuke".equals(one.text("rating")))
                .count();
        kpis.put("rewards_percent", new Fraction(rewards, rewards + rebukes));
    }

    private static void answers(List<Activity> window, Map<String, Fraction> kpis) {
        kpis.put("first_answer_time", timed(window, "message.sent", "new"));
        kpis.put("next_answer_time", timed(window, "message.sent", "open"));
        kpis.put("first_answer_time_business", timed(window, "message.sent", "new", "business_seconds"));
        kpis.put("next_answer_time_business", timed(window, "message.sent", "open", "business_seconds"));
        List<Activity> first = of(window, "message.sent").stream()
                .filter(one -> one.has("seconds") && "new".equals(one.text("answers")))
                .toList();
        kpis.put(
                "email_service_level",
                new Fraction(
                        first.stream()
                                .filter(one -> one.number("seconds") <= EMAIL_TARGET)
                                .count(),
                        (double) first.size()));
        kpis.put("first_assign_time", timed(window, "ticket.assigned", null));
        kpis.put("resolution_time", timed(window, "ticket.resolved", null));
    }

    private static Fraction timed(List<Activity> window, String kind, @Nullable String answers) {
        return timed(window, kind, answers, "seconds");
    }

    private static Fraction timed(List<Activity> window, String kind, @Nullable String answers, String field) {
        List<Activity> these = of(window, kind).stream()
                .filter(one -> one.has(field) && (answers == null || answers.equals(one.text("answers"))))
                .toList();
        return new Fraction(these.stream().mapToLong(one -> one.number(field)).sum(), (double) these.size());
    }

    /** Seconds an agent was online and paused: online if any channel is, else paused if any is. */
    public Map<String, Long> presence(String agent, Instant from, Instant to) {
        Map<String, String> channels = new TreeMap<>();
        Map<String, Long> seconds = new HashMap<>(Map.of("online", 0L, "paused", 0L, "offline", 0L));
        Instant end = to.isBefore(now) ? to : now;
        Instant at = Instant.MIN;
        String state = "offline";
        for (Activity one : of(all, "presence.changed")) {
            if (!agent.equals(one.text("agent"))) {
                continue;
            }
            add(seconds, state, at, one.at(), from, end);
            for (String channel : one.has("channel")
                    ? List.of(Objects.requireNonNull(one.text("channel")))
                    : List.of("email", "chat", "call")) {
                channels.put(channel, Objects.requireNonNull(one.text("state")));
            }
            state = channels.containsValue("online")
                    ? "online"
                    : channels.containsValue("paused") ? "paused" : "offline";
            at = one.at();
        }
        add(seconds, state, at, Instant.MAX, from, end);
        return seconds;
    }

    private static void add(
            Map<String, Long> seconds, String state, Instant since, Instant until, Instant from, Instant to) {
        Instant begin = since.isAfter(from) ? since : from;
        Instant end = until.isBefore(to) ? until : to;
        if (begin.isBefore(end)) {
            seconds.merge(state, Duration.between(begin, end).toSeconds(), Long::sum);
        }
    }

    /** How many cases were open at a moment. */
    long backlog(Instant at) {
        return open(at, false);
    }

    /** How many were, and had missed a promise since they were opened. */
    long overdue(Instant at) {
        return open(at, true);
    }

    private long open(Instant at, boolean onlyOverdue) {
        return byTicket.values().stream()
                .filter(turns -> {
                    boolean begun = false;
                    boolean overdue = false;
                    Set<String> closed = new HashSet<>();
                    for (Activity turn : turns) {
                        if (!turn.at().isBefore(at)) {
                            break;
                        }
                        switch (turn.kind()) {
                            case "ticket.created" -> begun = true;
                            case "ticket.resolved", "ticket.deleted", "ticket.spam", "ticket.merged" -> {
                                closed.add(turn.kind());
                                overdue = false;
                            }
                            case "sla.missed" -> overdue |= begun && closed.isEmpty();
                            case "ticket.reopened" -> closed.remove("ticket.resolved");
                            case "ticket.restored" -> {
                                closed.remove("ticket.spam");
                                closed.remove("ticket.deleted");
                            }
                            default -> {
                                // Turns nothing.
                            }
                        }
                    }
                    return begun && closed.isEmpty() && (overdue || !onlyOverdue);
                })
                .count();
    }

    /** Tickets that have the tag, by the last word about it. */
    Set<String> tagged(String tag) {
        Set<String> tickets = new HashSet<>();
        for (Activity one : all) {
            if (tag.equals(one.text("tag"))) {
                if (one.kind().equals("ticket.tagged")) {
                    tickets.add(Objects.requireNonNull(one.text("ticket")));
                } else {
                    tickets.remove(one.text("ticket"));
                }
            }
        }
        return tickets;
    }

    /** The agent and department columns; none of what can't be divided is NaN. @param online seconds of work */
    public Map<String, Double> columns(Instant from, Instant to, Predicate<Activity> filter, double online) {
        List<Activity> window = all.stream()
                .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
                .filter(filter)
                .toList();
        Map<String, Double> columns = new LinkedHashMap<>();
        columns.put("answers", count(window, "message.sent"));
        columns.put("calls", count(window, "call.answered"));
        columns.put("missed_calls", count(window, "call.missed"));
        columns.put("call_minutes", sum(window, "call.ended", "talk") / 60);
        columns.put("chat_messages", sum(window, "chat.ended", "agent_messages"));
        columns.put("chats", count(window, "chat.accepted"));
        columns.put("missed_chats", count(window, "chat.missed"));
        List<Activity> standing =
                of(window, "rating.given").stream().filter(this::stands).toList();
        double rewards = rated(standing, "reward");
        double rebukes = rated(standing, "rebuke");
        double neutral = rated(standing, "neutral");
        columns.put("not_ranked", neutral);
        columns.put("rewards", rewards);
        columns.put("rebukes", rebukes);
        columns.put("incoming_messages", count(window, "message.received"));
        columns.put("incoming_calls", (double) of(window, "call.started").stream()
                .filter(one -> "in".equals(one.text("direction")))
                .count());
        columns.put("finished_calls", count(window, "call.ended"));
        columns.put("incoming_chats", count(window, "chat.started"));
        columns.put("finished_chats", count(window, "chat.ended"));
        columns.put("created_tickets", count(window, "ticket.created"));
        columns.put("resolved_tickets", count(window, "ticket.resolved"));
        columns.put("notes", count(window, "note.added"));
        Map<String, Double> hourly = new LinkedHashMap<>();
        columns.forEach((id, count) -> hourly.put(id + "_per_hour", online > 0 ? count * 3_600 / online : Double.NaN));
        columns.putAll(hourly);
        columns.put("work_time", online);
        columns.put("not_ranked_percent", 100 * neutral / (rewards + rebukes + neutral));
        columns.put("rewards_percent", 100 * rewards / (rewards + rebukes));
        columns.put("rebukes_percent", 100 * rebukes / (rewards + rebukes));
        columns.put("avg_pickup_time", mean(of(window, "chat.accepted"), "seconds"));
        columns.put("avg_chat_time", mean(of(window, "chat.ended"), "seconds"));
        Map<String, Fraction> kpis = kpis(from, to, filter);
        columns.put("new_answer_avg_time", quotient(kpis, "first_answer_time", 1));
        columns.put("open_answer_avg_time", quotient(kpis, "next_answer_time", 1));
        columns.put("fcr", quotient(kpis, "fcr", 100));
        columns.put("aht", quotient(kpis, "aht", 1));
        columns.put("csat", quotient(kpis, "csat", 100));
        columns.put("sla_compliance", quotient(kpis, "sla_compliance", 100));
        return columns;
    }

    private static double rated(List<Activity> standing, String rating) {
        return standing.stream()
                .filter(one -> rating.equals(one.text("rating")))
                .count();
    }

    private static double mean(List<Activity> these, String field) {
        return these.stream()
                .filter(one -> one.has(field))
                .mapToLong(one -> one.number(field))
                .average()
                .orElse(Double.NaN);
    }

    private static double quotient(Map<String, Fraction> kpis, String id, double scale) {
        Fraction fraction = Objects.requireNonNull(kpis.get(id));
        return scale * fraction.above() / Objects.requireNonNull(fraction.below());
    }

    private boolean isOut(@Nullable String ticket) {
        boolean spam = false;
        boolean merged = false;
        for (Activity one : byTicket.getOrDefault(ticket, List.of())) {
            switch (one.kind()) {
                case "ticket.spam" -> spam = true;
                case "ticket.restored" -> spam = false;
                case "ticket.merged" -> merged = true;
                default -> {
                    // Keeps it in.
                }
            }
        }
        return spam || merged;
    }

    private boolean has(Activity created, String kind) {
        return !of(turns(created), kind).isEmpty();
    }

    private boolean atFirstContact(Activity created) {
        List<Activity> turns = turns(created);
        List<Activity> resolves = of(turns, "ticket.resolved");
        if (resolves.isEmpty()) {
            return false;
        }
        Instant resolved = resolves.getFirst().at();
        long contacts = turns.stream()
                .filter(one -> one.kind().equals("message.received")
                        || one.kind().equals("chat.started")
                        || (one.kind().equals("call.started") && "in".equals(one.text("direction"))))
                .filter(one -> !one.at().isAfter(resolved))
                .count();
        boolean handedOn = of(turns, "ticket.transferred").stream()
                .anyMatch(one -> one.has("from_agent")
                        && one.has("to_agent")
                        && !Objects.equals(one.text("from_agent"), one.text("to_agent")));
        boolean reopened = of(turns, "ticket.reopened").stream()
                .anyMatch(one -> !one.at().isBefore(resolved) && one.at().isBefore(resolved.plus(WINDOW)));
        return contacts == 1 && !handedOn && !reopened;
    }

    /** A word takes back the last rating of its ticket, agent and kind that still stands. */
    private boolean stands(Activity given) {
        List<Activity> standing = new ArrayList<>();
        for (Activity one : turns(given)) {
            if (one.kind().equals("rating.given")) {
                standing.add(one);
            } else if (one.kind().equals("rating.invalidated")) {
                for (int i = standing.size() - 1; i >= 0; i--) {
                    if (Objects.equals(standing.get(i).text("rating"), one.text("rating"))) {
                        standing.remove(i);
                        break;
                    }
                }
            }
        }
        return standing.contains(given);
    }

    private List<Activity> turns(Activity one) {
        return byTicket.getOrDefault(String.valueOf(one.text("ticket")), List.of());
    }

    static List<Activity> of(List<Activity> activities, String kind) {
        return activities.stream().filter(one -> one.kind().equals(kind)).toList();
    }

    public static double count(List<Activity> activities, String kind) {
        return of(activities, kind).size();
    }

    static double sum(List<Activity> activities, String kind, String field) {
        return of(activities, kind).stream().mapToLong(one -> one.number(field)).sum();
    }
}
