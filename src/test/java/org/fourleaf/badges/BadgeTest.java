package org.fourleaf.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.game.Preset;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Badges go to whom an independent reckoning gives them, each day once, and say why. */
@InFourleaf
class BadgeTest {

    private static final List<String> COMPARED = List.of(
            "traffic-controller",
            "siesta",
            "rebel",
            "inspector",
            "speedy-gonzales",
            "rewarded",
            "coffee",
            "novelist",
            "tagger",
            "express",
            "hard-working",
            "chatty",
            "cleaner",
            "talkative");

    private final Worlds worlds;
    private final LogPump pump;
    private final BadgeDays days;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    BadgeTest(@Autowired Worlds worlds, @Autowired LogPump pump, @Autowired BadgeDays days) {
        this.worlds = worlds;
        this.pump = pump;
        this.days = days;
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void every_badge_of_every_day_of_a_random_past_goes_where_a_slow_reckoning_gives_it(Preset preset) {
        World world = worlds.fresh();
        world.olga()
                .patch("/api/v1/game-settings", Map.of("preset", preset.json()))
                .mustBe(200);
        world.addAgent("Cleo", "cleo@example.com");
        world.addAgent("Gone", "gone@example.com");
        List<String> agents = List.of(World.ANNA, World.BRAM, World.OLGA, "cleo@example.com", "gone@example.com");
        Bygone past = new Bygone(preset == Preset.KIND ? 5 : 7, agents);
        past.fill(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 4, 9));
        List<String> lines = new ArrayList<>(past.lines());
        Collections.shuffle(lines, new Random(1));
        Bygone.bring(world, pump, lines);
        world.olga()
                .patch("/api/v1/agents/gone@example.com", Map.of("active", false))
                .mustBe(200);
        Map<String, String> ids = new TreeMap<>();
        agents.subList(0, 4)
                .forEach(agent -> ids.put(agent, world.agentId(agent).toString()));
        BadgesByHand hand = new BadgesByHand(past.acts, ids, preset == Preset.KIND);
        LocalDate from = LocalDate.of(2026, 3, 17);
        LocalDate to = LocalDate.of(2026, 4, 20);
        for (String badge : COMPARED) {
            JsonNode told = world.olga()
                    .get("/api/v1/badges/" + badge + "/backtest?from=" + from + "&to=" + to)
                    .mustBe(200)
                    .body()
                    .at("/days");
            assertThat(told.size()).isEqualTo(from.until(to, java.time.temporal.ChronoUnit.DAYS));
            for (JsonNode day : told) {
                LocalDate date = LocalDate.parse(day.at("/date").asString());
                List<String> places = new ArrayList<>();
                hand.ranking(badge, date)
                        .forEach(one -> places.add(one.agent() + " " + one.value() + " " + one.sample()));
                assertThat(places(day)).as("%s on %s", badge, date).isEqualTo(places);
                assertThat(day.at("/holders").size())
                        .as("%s on %s", badge, date)
                        .isEqualTo(Math.min(1, places.size()));
            }
        }
    }

    private static List<String> places(JsonNode day) {
        List<String> places = new ArrayList<>();
        for (String part : List.of("/holders", "/runners_up")) {
            day.at(part)
                    .forEach(place -> places.add(place.at("/agent").asString() + " "
                            + place.at("/value").asDouble() + " "
                            + place.at("/sample").asLong()));
        }
        return places;
    }

    @Test
    void importing_a_past_awards_nothing_and_each_day_after_is_evaluated_once_in_order() throws Exception {
        World world = worlds.fresh();
        LocalDate today = LocalDate.now(Bygone.VILNIUS);
        Bygone past = new Bygone(3, List.of(World.ANNA, World.BRAM, World.OLGA));
        past.fill(today.minusDays(6), today);
        Bygone.bring(world, pump, past.lines());
        step(world, today);
        assertThat(awards(world)).isEmpty();

        Together.call(2, () -> {
            stepTo(world, today.plusDays(3));
            return true;
        });
        stepTo(world, today.plusDays(3));

        Map<String, String> ids = new TreeMap<>();
        List.of(World.ANNA, World.BRAM, World.OLGA)
                .forEach(agent -> ids.put(agent, world.agentId(agent).toString()));
        BadgesByHand hand = new BadgesByHand(past.acts, ids, true);
        List<String> expected = new ArrayList<>();
        for (String badge : COMPARED) {
            String holder = "";
            for (int day = 1; day <= 3; day++) {
                List<BadgesByHand.Standing> ranking = hand.ranking(badge, today.plusDays(day));
                String next = ranking.isEmpty() ? "" : ranking.getFirst().agent();
                if (!next.equals(holder) && !next.isEmpty()) {
                    expected.add(badge + " " + next + " " + today.plusDays(day));
                }
                holder = next;
            }
        }
        assertThat(awards(world)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).isNotEmpty();
        List<String> told = new ArrayList<>();
        for (String agent : ids.keySet()) {
            world.agent(agent)
                    .get("/api/v1/notifications?limit=200")
                    .mustBe(200)
                    .body()
                    .at("/items")
                    .forEach(one -> {
                        if (one.at("/kind").asString().equals("badge_won")
                                && !one.at("/prize/id").asString().equals("four-leaf-clover")) {
                            assertThat(one.at("/prize/name").asString()).isNotBlank();
                            told.add(one.at("/prize/id").asString() + " " + agent);
                        }
                    });
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(expected.stream()
                        .map(award -> award.substring(0, award.lastIndexOf(' ')))
                        .toList());
    }

    private List<String> awards(World world) {
        List<String> awards = new ArrayList<>();
        world.olga()
                .get("/api/v1/awards?limit=200")
                .mustBe(200)
                .body()
                .at("/items")
                .forEach(award -> {
                    if (!award.at("/badge/id").asString().equals("four-leaf-clover")) {
                        awards.add(award.at("/badge/id").asString() + " "
                                + award.at("/agent/email").asString() + " "
                                + award.at("/since").asString());
                    }
                });
        return awards;
    }

    private void stepTo(World world, LocalDate today) {
        for (int i = 0; i < 20; i++) {
            while (step(world, today)) {
                // The next one.
            }
            Bygone.drained(world, pump);
        }
    }

    private boolean step(World world, LocalDate today) {
        return Workspaces.call(world.workspace(), () -> days.step(Actor.clock(world.workspace()), today));
    }

    @Test
    void a_draw_is_promised_before_its_day_and_can_be_repeated_after() {
        World world = worlds.fresh();
        ZoneId zone = whereTheDayIsOld();
        owner.sql("update workspace set time_zone = :zone where id = :w")
                .param("zone", zone.getId())
                .param("w", world.workspace())
                .update();
        LocalDate today = LocalDate.now(zone);
        Instant yesterday = today.minusDays(1).atStartOfDay(zone).toInstant();
        Bygone past = new Bygone(3, List.of(World.ANNA, World.BRAM));
        for (String agent : List.of(World.ANNA, World.BRAM)) {
            past.add(yesterday, "presence.changed", agent, "state", "online");
        }
        Bygone.bring(world, pump, past.lines());
        world.olga()
                .patch("/api/v1/badges/four-leaf-clover", Map.of("chance_in", 1))
                .mustBe(200);
        String query = "/api/v1/badges/four-leaf-clover/draws?from=" + today.plusDays(1) + "&to=" + today.plusDays(3);
        JsonNode before = world.anna().get(query).mustBe(200).body().at("/items/0");
        assertThat(before.has("secret")).isFalse();
        assertThat(before.at("/hash").asString()).hasSize(64);

        stepTo(world, today.plusDays(1));

        JsonNode after = world.anna().get(query).mustBe(200).body().at("/items");
        JsonNode drawn = after.get(0);
        assertThat(after.get(1).has("secret")).isFalse();
        byte[] secret = java.util.HexFormat.of().parseHex(drawn.at("/secret").asString());
        assertThat(LuckyDraw.hash(secret)).isEqualTo(before.at("/hash").asString());
        List<java.util.UUID> candidates = List.of(world.agentId(World.BRAM), world.agentId(World.ANNA));
        String winner = LuckyDraw.winner(secret, today.plusDays(1), candidates, 1)
                .orElseThrow()
                .toString();
        assertThat(drawn.at("/winner").asString()).isEqualTo(winner);
        assertThat(world.anna()
                        .get("/api/v1/badges/four-leaf-clover")
                        .mustBe(200)
                        .text("/holders/0/id"))
                .isEqualTo(winner);
        assertThat(world.olga()
                        .get("/api/v1/badges/four-leaf-clover/backtest?from=" + today + "&to=" + today.plusDays(5))
                        .mustBe(200)
                        .body()
                        .at("/days/4/holders/0/agent")
                        .asString())
                .isIn(World.ANNA, World.BRAM);
    }

    /** Today, the same day as where the world was made, must have been long enough for those online to take part in its draw. */
    private static ZoneId whereTheDayIsOld() {
        boolean morning = Instant.now().atZone(Bygone.VILNIUS).getHour() < 12;
        return morning ? ZoneId.of("Pacific/Kiritimati") : Bygone.VILNIUS;
    }

    @Test
    void the_fifteen_are_there_in_the_readers_language_and_can_be_changed_but_not_deleted() {
        World world = worlds.fresh();
        Api olga = world.olga();
        JsonNode all = world.anna().get("/api/v1/badges").mustBe(200).body().at("/items");
        assertThat(all.size()).isEqualTo(15);
        JsonNode express = olga.get("/api/v1/badges/express").mustBe(200).body();
        assertThat(express.at("/name").asString()).isEqualTo("Express");
        assertThat(express.at("/quality_gate/kpi").asString()).isEqualTo("csat_mean");
        assertThat(express.at("/minimum_sample").asInt()).isEqualTo(5);
        world.anna().patch("/api/v1/badges/express", Map.of("active", false)).mustRefuse(403, "permission-missing");
        Map<String, Object> noGate = new java.util.HashMap<>();
        noGate.put("quality_gate", null);
        noGate.put("name", "Arrow");
        Api.Answer changed = olga.patch("/api/v1/badges/express", noGate).mustBe(200);
        assertThat(changed.body().at("/quality_gate").isNull()).isTrue();
        assertThat(changed.text("/name")).isEqualTo("Arrow");
        olga.delete("/api/v1/badges/express").mustRefuse(409, "badge-shipped");
        olga.patch("/api/v1/badges/express", Map.of("metric", "beauty")).mustRefuse(422, "invalid");
        olga.patch("/api/v1/badges/express", Map.of("holders_max", 0)).mustBe(400);
        olga.patch("/api/v1/badges/express", Map.of("quality_gate", Map.of("kpi", "csat", "op", "~", "value", 1)))
                .mustBe(400);
        olga.get("/api/v1/badges/nothing").mustRefuse(404, "not-found");
        olga.get("/api/v1/badges/express/backtest?from=2026-03-09&to=2026-03-09")
                .mustBe(400);
        olga.get("/api/v1/badges/express/backtest?from=x&to=2026-03-09").mustBe(400);
        world.anna()
                .get("/api/v1/badges/express/backtest?from=2026-03-09&to=2026-03-10")
                .mustRefuse(403, "permission-missing");
        olga.patch("/api/v1/game-settings", Map.of("preset", "classic")).mustBe(200);
        assertThat(olga.get("/api/v1/badges/siesta").text("/visibility")).isEqualTo("everyone");
    }

    @Test
    void an_own_badge_by_any_kpi_is_tried_before_it_is_saved_and_says_why() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Bygone past = new Bygone(3, List.of(World.ANNA, World.BRAM));
        past.fill(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 10));
        Bygone.bring(world, pump, past.lines());
        Map<String, Object> wanted = Map.of(
                "name",
                "Žalias šuo",
                "metric",
                "csat_mean",
                "direction",
                "most",
                "window",
                "30_days",
                "holders_max",
                2,
                "tie_rule",
                "share");
        JsonNode tried = olga.post("/api/v1/badges/backtest?from=2026-03-10&to=2026-03-11", wanted)
                .mustBe(200)
                .body();
        Api.Answer made = olga.post("/api/v1/badges", wanted).mustBe(201);
        assertThat(made.text("/id")).isEqualTo("zalias-suo");
        assertThat(olga.get("/api/v1/badges/zalias-suo/backtest?from=2026-03-10&to=2026-03-11")
                        .mustBe(200)
                        .body())
                .isEqualTo(tried);
        JsonNode why = olga.get("/api/v1/badges/zalias-suo/why?date=2026-03-10")
                .mustBe(200)
                .body();
        assertThat(why.at("/ranks/0/value").asDouble())
                .isEqualTo(tried.at("/days/0/holders/0/value").asDouble());
        double mean = past.acts.stream()
                .filter(act -> act.is("survey.answered")
                        && act.agent().equals(why.at("/ranks/0/agent/email").asString()))
                .mapToLong(act -> act.number("csat"))
                .average()
                .orElseThrow();
        assertThat(why.at("/ranks/0/value").asDouble()).isEqualTo(mean);
        assertThat(olga.get(why.at("/activities").asString())
                        .mustBe(200)
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("survey.answered");
        assertThat(world.anna()
                        .get("/api/v1/badges/zalias-suo/why?date=2026-03-10")
                        .mustBe(200)
                        .body()
                        .at("/ranks")
                        .size())
                .isPositive();
        olga.post("/api/v1/badges", Map.of("name", "Ten", "kind", "earned")).mustRefuse(422, "invalid");
        olga.post(
                        "/api/v1/badges",
                        Map.of("name", "Ten", "kind", "earned", "tiers", Map.of("bronze", 10, "silver", 50)))
                .mustBe(201);
        olga.delete("/api/v1/badges/zalias-suo").mustBe(204);
        olga.get("/api/v1/badges/zalias-suo").mustBe(404);
    }
}
