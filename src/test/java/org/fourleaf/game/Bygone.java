package org.fourleaf.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourleaf.Api;
import org.fourleaf.Readers;
import org.fourleaf.World;
import org.fourleaf.platform.log.LogPump;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What agents did, made up so that many are equal and some days are empty, and brought in as activities. */
public final class Bygone {

    public static final ZoneId VILNIUS = ZoneId.of("Europe/Vilnius");

    /** One activity as it stands in its line. */
    public record Act(Instant at, String kind, Map<String, Object> fields) {

        public String agent() {
            return String.valueOf(fields.get("agent"));
        }

        public boolean is(String kinds) {
            return List.of(kinds.split("\\|", -1)).contains(kind);
        }

        public @Nullable String text(String field) {
            Object value = fields.get(field);
            return value == null ? null : value.toString();
        }

        public long number(String field) {
            return fields.get(field) instanceof Number number ? number.longValue() : 0;
        }
    }

    public final List<Act> acts = new ArrayList<>();
    private final Random random;
    private final List<String> agents;
    private int number;

    public Bygone(long seed, List<String> agents) {
        random = new Random(seed);
        this.agents = agents;
    }

    /** Every fifth day nothing happens at all. */
    public void fill(LocalDate from, LocalDate to) {
        from.datesUntil(to).filter(day -> day.toEpochDay() % 5 != 0).forEach(day -> {
            for (String agent : agents) {
                if (chance(0.8)) {
                    presence(day, agent);
                    work(day, agent);
                }
            }
        });
    }

    private void work(LocalDate day, String agent) {
        many(3, () -> add(moment(day), "ticket.transferred", agent));
        many(8, () -> add(moment(day), "ticket.viewed", agent, "seconds", 10 * random.nextInt(4)));
        many(7, () -> add(moment(day), "chat.accepted", agent, "seconds", 1 + random.nextInt(3)));
        many(3, () -> add(moment(day), "message.sent", agent, "length", 100 * random.nextInt(3)));
        many(4, () -> add(moment(day), "ticket.tagged", agent, "tag", "printer"));
        many(2, () -> add(moment(day), "ticket.resolved", agent));
        many(2, () -> add(moment(day), "ticket.deleted", agent));
        many(1, () -> add(moment(day), "ticket.reopened", agent));
        many(
                2,
                () -> add(
                        moment(day),
                        "chat.ended",
                        agent,
                        "messages",
                        10 + random.nextInt(3),
                        "agent_messages",
                        5,
                        "seconds",
                        60));
        many(2, () -> add(moment(day), "call.ended", agent, "direction", "in", "talk", 60 * random.nextInt(4)));
        many(1, () -> add(moment(day), "survey.answered", agent, "csat", 2 + random.nextInt(4)));
        many(2, () -> {
            Instant at = moment(day);
            String rating = List.of("reward", "neutral", "rebuke").get(random.nextInt(3));
            add(at, "rating.given", agent, "rating", rating);
            Act given = acts.getLast();
            if (chance(0.3)) {
                add(at.plusSeconds(1 + random.nextInt(200_000)), "rating.invalidated", agent, "rating", rating);
                acts.getLast().fields().put("ticket", given.fields().get("ticket"));
            }
        });
    }

    /** Whole hours, so that many are as long; some come in twice a day, some forget to leave. */
    private void presence(LocalDate day, String agent) {
        Instant at = day.atTime(7 + random.nextInt(3), 0).atZone(VILNIUS).toInstant();
        state(at, agent, "online");
        for (int pause = 0; pause < random.nextInt(3); pause++) {
            at = at.plusSeconds(3_600);
            state(at, agent, "paused");
            at = at.plusSeconds(1_800);
            state(at, agent, "online");
        }
        if (chance(0.9)) {
            state(at.plusSeconds(3_600L * (2 + random.nextInt(3))), agent, "offline");
        }
    }

    private void state(Instant at, String agent, String state) {
        add(at, "presence.changed", agent, "state", state);
        acts.getLast().fields().remove("ticket");
        if (state.equals("offline") && chance(0.3)) {
            acts.getLast().fields().put("channel", "chat");
        }
    }

    /** In steps of a minute, so that some happen at once; every hour of a day, that of the clock change too. */
    private Instant moment(LocalDate day) {
        long minutes = 23L * 60;
        return day.atStartOfDay(VILNIUS).toInstant().plusSeconds(60 * (long) (random.nextDouble() * minutes));
    }

    private void many(int max, Runnable act) {
        int times = random.nextInt(max + 1);
        for (int i = 0; i < times; i++) {
            act.run();
        }
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    public void add(Instant at, String kind, String agent, Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        number++;
        fields.put("external_id", "B-" + number);
        fields.put("agent", agent);
        fields.put("ticket", "T-" + random.nextInt(40));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        acts.add(new Act(at, kind, fields));
    }

    public List<String> lines() {
        return acts.stream()
                .filter(act -> act.at().isBefore(Instant.now()))
                .map(act -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("at", act.at().toString());
                    line.put("kind", act.kind());
                    line.putAll(act.fields());
                    return JsonMapper.shared().writeValueAsString(line);
                })
                .toList();
    }

    public static void bring(World world, LogPump pump, List<String> lines) {
        Api.Answer answer = world.olga()
                .send(
                        "POST",
                        "/api/v1/imports/activities",
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        assertThat(answer.text("/state")).as("%s", answer.string()).isEqualTo("done");
        assertThat(answer.body().at("/failed").asInt())
                .as("%s", answer.string())
                .isZero();
        drained(world, pump);
    }

    /** Also by a pump of the background that was at it already. */
    public static void drained(World world, LogPump pump) {
        Readers.through(world, pump, "figures", "acts", "notifications");
    }
}
