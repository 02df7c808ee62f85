package org.fourleaf.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A made-up past of a desk as activity lines: tickets with all that happens to them, calls, chats, people coming and going. */
public final class History {

    static final List<String> AGENTS = List.of("anna@example.com", "bram@example.com", "olga@example.com");
    static final List<String> DEPARTMENTS = List.of("Support", "Sales");
    static final List<String> TAGS = List.of("printer", "billing");

    /** Around the clock change of the end of March. */
    static final Instant FROM = Instant.parse("2026-03-20T22:00:00Z");

    static final Instant TO = Instant.parse("2026-04-08T21:00:00Z");

    /** An activity as it stands in its line; what is not said is not in the map. */
    public record Activity(Instant at, String kind, Map<String, Object> fields) {

        public @Nullable String text(String field) {
            Object value = fields.get(field);
            return value == null ? null : value.toString();
        }

        public long number(String field) {
            Object value = fields.get(field);
            return value == null ? 0 : ((Number) value).longValue();
        }

        public boolean has(String field) {
            return fields.containsKey(field);
        }
    }

    private final Random random;
    private final List<Activity> activities = new ArrayList<>();
    private int number;

    private History(long seed) {
        random = new Random(seed);
    }

    public static List<Activity> random(long seed, int tickets) {
        History history = new History(seed);
        for (int i = 0; i < tickets; i++) {
            history.ticket("T-" + seed + "-" + i);
        }
        history.calls(tickets);
        history.chats(tickets);
        for (String agent : AGENTS) {
            history.presence(agent);
        }
        return history.activities;
    }

    public static List<String> lines(List<Activity> activities) {
        return activities.stream()
                .map(activity -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("external_id", activity.text("external_id"));
                    line.put("at", activity.at().toString());
                    line.put("kind", activity.kind());
                    line.putAll(activity.fields());
                    return JsonMapper.shared().writeValueAsString(line);
                })
                .toList();
    }

    private Instant moment() {
        long span = Duration.between(FROM, TO).toSeconds();
        return FROM.plusSeconds((long) (random.nextDouble() * span));
    }

    private Instant later(Instant than) {
        return than.plusSeconds(1 + (long) Math.exp(random.nextDouble() * 14));
    }

    private void add(Instant at, String kind, @Nullable Object... pairs) {
        if (!at.isBefore(Instant.now())) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        number++;
        fields.put("external_id", "A-" + number + "-" + random.nextInt(1_000_000));
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null) {
                fields.put(String.valueOf(pairs[i]), value);
            }
        }
        activities.add(new Activity(at, kind, fields));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private void ticket(String ticket) {
        String department = one(DEPARTMENTS);
        String channel = one(List.of("email", "form", "chat"));
        String customer = "customer" + random.nextInt(30) + "@example.org";
        String agent = one(AGENTS);
        Instant created = moment();
        @Nullable Object[] whose = {"ticket", ticket, "department", department, "channel", channel};
        add(created, "ticket.created", with(whose, "customer", customer));
        if (chance(0.9)) {
            add(created, "message.received", with(whose, "customer", customer));
        }
        Instant at = later(created);
        add(
                at,
                "ticket.assigned",
                with(
                        whose,
                        "agent",
                        agent,
                        "seconds",
                        Duration.between(created, at).toSeconds()));
        add(at, "ticket.viewed", with(whose, "agent", agent, "seconds", random.nextInt(400)));
        for (int round = 0; round < 1 + random.nextInt(3); round++) {
            Instant answered = later(at);
            add(
                    answered,
                    "message.sent",
                    with(
                            whose,
                            "agent",
                            agent,
                            "length",
                            random.nextInt(900),
                            "answers",
                            round == 0 ? "new" : one(List.of("open", "none")),
                            "seconds",
                            chance(0.95) ? Duration.between(at, answered).toSeconds() : null,
                            "business_seconds",
                            chance(0.5) ? random.nextInt(5_000) : null));
            at = answered;
            if (chance(0.3)) {
                at = later(at);
                add(at, "message.received", with(whose, "customer", customer, "agent", agent));
            }
            if (chance(0.15)) {
                String to = one(AGENTS);
                at = later(at);
                add(
                        at,
                        "ticket.transferred",
                        with(
                                whose,
                                "agent",
                                agent,
                                "from_agent",
                                agent,
                                "to_agent",
                                to,
                                "from_department",
                                department,
                                "to_department",
                                department));
                agent = to;
            }
            if (chance(0.2)) {
                add(later(at), "note.added", with(whose, "agent", agent));
            }
        }
        resolved(whose, agent, customer, created, at);
        if (chance(0.4)) {
            add(later(created), "ticket.tagged", with(whose, "agent", agent, "tag", one(TAGS)));
        }
        if (chance(0.05)) {
            add(later(at), "ticket.merged", with(whose, "agent", agent));
        } else if (chance(0.06)) {
            Instant spam = later(created);
            add(spam, "ticket.spam", with(whose, "agent", agent));
            if (chance(0.4)) {
                add(later(spam), "ticket.restored", with(whose, "agent", agent));
            }
        }
        if (chance(0.3)) {
            add(later(at), chance(0.7) ? "sla.met" : "sla.missed", with(whose, "agent", agent, "type", "first_answer"));
        }
    }

    private void resolved(@Nullable Object[] whose, String agent, String customer, Instant created, Instant from) {
        Instant at = from;
        for (int times = 0; times < 3 && chance(times == 0 ? 0.8 : 0.5); times++) {
            at = later(at);
            add(
                    at,
                    "ticket.resolved",
                    with(
                            whose,
                            "agent",
                            agent,
                            "seconds",
                            Duration.between(created, at).toSeconds(),
                            "disposition",
                            one(List.of("saved", "lost", "other")),
                            "customer",
                            customer));
            if (chance(0.7)) {
                break;
            }
            at = later(at);
            add(at, "ticket.reopened", with(whose, "agent", agent));
        }
        if (chance(0.3)) {
            String rating = one(List.of("reward", "neutral", "rebuke"));
            Instant given = later(at);
            add(given, "rating.given", with(whose, "agent", agent, "rating", rating));
            if (chance(0.3)) {
                add(later(given), "rating.invalidated", with(whose, "agent", agent, "rating", rating));
            }
        }
        if (chance(0.3)) {
            add(later(at), "survey.sent", with(whose, "agent", agent));
            add(
                    later(at),
                    "survey.answered",
                    with(
                            whose,
                            "agent",
                            agent,
                            "customer",
                            customer,
                            "csat",
                            chance(0.7) ? 1 + random.nextInt(5) : null,
                            "nps",
                            random.nextInt(11),
                            "ces",
                            chance(0.5) ? 1 + random.nextInt(7) : null));
        }
    }

    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            String ticket = "C-" + number;
            @Nullable Object[] whose = {"ticket", ticket, "department", one(DEPARTMENTS), "channel", "call"};
            Instant at = moment();
            String agent = one(AGENTS);
            boolean in = chance(0.8);
            add(at, "ticket.created", whose);
            add(at, "call.started", with(whose, "direction", in ? "in" : "out", "agent", chance(0.2) ? agent : null));
            int waited = random.nextInt(60);
            if (in && chance(0.25)) {
                add(at.plusSeconds(waited), "call.abandoned", with(whose, "waited", chance(0.3) ? waited % 8 : waited));
            } else if (chance(0.1)) {
                add(at.plusSeconds(waited), "call.missed", with(whose, "agent", agent, "seconds", waited));
            } else {
                add(
                        at.plusSeconds(waited),
                        "call.answered",
                        with(whose, "agent", agent, "seconds", waited / 2, "waited", chance(0.9) ? waited : null));
                int talk = random.nextInt(900);
                add(
                        at.plusSeconds(waited + talk),
                        "call.ended",
                        with(
                                whose,
                                "agent",
                                agent,
                                "talk",
                                talk,
                                "hold",
                                chance(0.5) ? random.nextInt(60) : null,
                                "wrap",
                                chance(0.5) ? random.nextInt(90) : null));
            }
        }
    }

    private void chats(int count) {
        for (int i = 0; i < count / 2; i++) {
            @Nullable Object[] whose = {"ticket", "H-" + number, "department", one(DEPARTMENTS), "channel", "chat"};
            Instant at = moment();
            String agent = one(AGENTS);
            add(at, "ticket.created", whose);
            add(at, "chat.started", whose);
            int waited = random.nextInt(60);
            if (chance(0.2)) {
                add(at.plusSeconds(waited), "chat.abandoned", with(whose, "waited", waited));
                continue;
            }
            if (chance(0.2)) {
                add(at.plusSeconds(5), "chat.missed", with(whose, "agent", agent));
            }
            add(
                    at.plusSeconds(waited),
                    "chat.accepted",
                    with(whose, "agent", agent, "seconds", waited / 3, "waited", waited));
            add(
                    at.plusSeconds(waited + 300),
                    "chat.ended",
                    with(
                            whose,
                            "agent",
                            agent,
                            "seconds",
                            random.nextInt(2_000),
                            "messages",
                            20,
                            "agent_messages",
                            random.nextInt(20)));
        }
    }

    private void presence(String agent) {
        Instant at = FROM.plusSeconds(random.nextInt(90_000));
        while (at.isBefore(TO)) {
            add(
                    at,
                    "presence.changed",
                    "agent",
                    agent,
                    "state",
                    one(List.of("online", "paused", "offline", "online")),
                    "channel",
                    chance(0.5) ? one(List.of("email", "chat", "call")) : null,
                    "reason",
                    chance(0.3) ? "lunch" : null);
            at = at.plusSeconds(600 + random.nextInt(30_000));
        }
    }

    private static @Nullable Object[] with(@Nullable Object[] first, @Nullable Object... more) {
        @Nullable Object[] all = new @Nullable Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
