package org.fourleaf.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Levels are granted for what was done, points for what is done and taken back when it falls apart; boards rank by both. */
@InFourleaf
class LevelAndPointTest {

    private final Worlds worlds;
    private final LogPump pump;
    private final LevelGranting granting;

    LevelAndPointTest(@Autowired Worlds worlds, @Autowired LogPump pump, @Autowired LevelGranting granting) {
        this.worlds = worlds;
        this.pump = pump;
        this.granting = granting;
    }

    @Test
    void an_imported_past_makes_no_level_until_the_agent_does_something_or_history_is_played() {
        World world = worlds.fresh();
        Bygone past = new Bygone(1, List.of());
        for (int i = 0; i < 120; i++) {
            past.add(
                    LocalDate.of(2026, 3, 2)
                            .atTime(9, 0)
                            .atZone(Bygone.VILNIUS)
                            .toInstant()
                            .plusSeconds(60L * i),
                    "message.sent",
                    i % 2 == 0 ? World.ANNA : World.BRAM,
                    "length",
                    10);
        }
        Bygone.bring(world, pump, past.lines());
        grant(world);
        assertThat(level(world, World.ANNA)).isEqualTo("newbie");
        assertThat(world.olga()
                        .get("/api/v1/game/agents/" + World.ANNA)
                        .mustBe(200)
                        .body()
                        .at("/level/since")
                        .isNull())
                .isTrue();

        world.olga()
                .put("/api/v1/agents/" + world.agentId(World.ANNA) + "/presence", Map.of("state", "online"))
                .mustBe(200);
        Bygone.drained(world, pump);
        grant(world);
        assertThat(level(world, World.ANNA)).isEqualTo("apprentice");
        assertThat(level(world, World.BRAM)).isEqualTo("newbie");

        world.anna().post("/api/v1/game/play-history", Map.of()).mustRefuse(403, "permission-missing");
        world.olga().post("/api/v1/game/play-history", Map.of()).mustBe(201);
        assertThat(level(world, World.BRAM)).isEqualTo("apprentice");
        JsonNode mine = world.anna().get("/api/v1/game/agents/me").mustBe(200).body();
        assertThat(mine.at("/next/level").asString()).isEqualTo("helper");
        assertThat(mine.at("/next/progress").asDouble()).isEqualTo(0.6);
        assertThat(mine.at("/next/figures/answers").asInt()).isEqualTo(60);
        assertThat(world.bram()
                        .get("/api/v1/game/agents/" + World.ANNA)
                        .mustBe(200)
                        .body()
                        .has("next"))
                .isFalse();

        world.olga()
                .patch("/api/v1/levels/apprentice", Map.of("condition", "$answers >= 1000"))
                .mustBe(200);
        assertThat(level(world, World.ANNA)).isEqualTo("apprentice");
        assertThat(world.olga()
                        .patch("/api/v1/levels/helper", Map.of("condition", "$answers >= 5 &&"))
                        .mustRefuse(422, "invalid")
                        .text("/errors/0/message"))
                .startsWith("At character 17:");
    }

    @Test
    void a_level_an_entry_and_a_rank_say_why_to_whom_they_may() {
        World world = worlds.fresh();
        Bygone past = new Bygone(1, List.of());
        for (int i = 0; i < 30; i++) {
            past.add(
                    LocalDate.of(2026, 3, 2).atTime(9, i).atZone(Bygone.VILNIUS).toInstant(),
                    "message.sent",
                    World.ANNA,
                    "length",
                    10);
        }
        Bygone.bring(world, pump, past.lines());
        Api anna = world.anna();
        JsonNode why = anna.get("/api/v1/levels/helper/why").mustBe(200).body();
        assertThat(why.at("/progress").asDouble()).isEqualTo(0.3);
        assertThat(why.at("/figures/answers").asInt()).isEqualTo(30);
        assertThat(why.at("/since").isNull()).isTrue();
        assertThat(why.at("/holds").asBoolean()).isFalse();
        assertThat(anna.get(why.at("/activities").asString())
                        .mustBe(200)
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("message.sent");
        world.bram().get("/api/v1/levels/helper/why?agent=" + World.ANNA).mustRefuse(404, "not-found");
        anna.get("/api/v1/levels/duke/why").mustRefuse(404, "not-found");

        JsonNode wrong = world.olga()
                .post("/api/v1/levels/try", Map.of("condition", "$answers >= 5 &&"))
                .mustBe(200)
                .body();
        assertThat(wrong.at("/at").asInt()).isEqualTo(17);
        assertThat(world.olga()
                        .post("/api/v1/levels/try", Map.of("condition", "$answers >= 30"))
                        .mustBe(200)
                        .body()
                        .at("/agents")
                        .asInt())
                .isEqualTo(1);
        anna.post("/api/v1/levels/try", Map.of("condition", "1 > 0")).mustRefuse(403, "permission-missing");

        String code = anna.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Toner."))
                .mustBe(201);
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "open")).mustBe(200);
        Bygone.drained(world, pump);
        for (JsonNode entry :
                anna.get("/api/v1/points?limit=200").mustBe(200).body().at("/items")) {
            JsonNode told = anna.get("/api/v1/points/" + entry.at("/id").asString() + "/why")
                    .mustBe(200)
                    .body();
            assertThat(told.at("/activity/kind").asString())
                    .isEqualTo(entry.at("/activity").asString());
            assertThat(told.at("/activity/ticket").asString()).isEqualTo(code);
            boolean resolved = told.at("/rule").asString().contains("resol");
            assertThat(told.at("/reversed_by").isNull())
                    .isEqualTo(!resolved || told.at("/points").asInt() < 0);
            world.bram()
                    .get("/api/v1/points/" + entry.at("/id").asString() + "/why")
                    .mustRefuse(404, "not-found");
        }
        JsonNode rank = anna.get("/api/v1/leaderboards/why").mustBe(200).body();
        assertThat(rank.at("/rank").asInt()).isEqualTo(1);
        assertThat(rank.at("/by_rule/0/rule").asString()).isEqualTo("note");
        JsonNode notes = anna.get("/api/v1/leaderboards/why?metric=notes&period=today")
                .mustBe(200)
                .body();
        assertThat(notes.at("/value").asInt()).isEqualTo(1);
        assertThat(anna.get(notes.at("/activities").asString())
                        .mustBe(200)
                        .body()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("note.added");
        anna.get("/api/v1/leaderboards/why?metric=beauty").mustBe(400);
        world.bram().get("/api/v1/leaderboards/why?agent=" + World.ANNA).mustRefuse(404, "not-found");
    }

    private String level(World world, String agent) {
        return world.olga().get("/api/v1/game/agents/" + agent).mustBe(200).text("/level/level");
    }

    private void grant(World world) {
        Workspaces.run(world.workspace(), () -> granting.grantDue(Actor.clock(world.workspace())));
    }

    @Test
    void points_are_given_once_and_taken_back_when_the_ticket_comes_back() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String code = anna.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Unplug it."))
                .mustBe(201);
        for (int i = 0; i < 12; i++) {
            anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note " + i))
                    .mustBe(201);
        }
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        Bygone.drained(world, pump);
        JsonNode ledger = anna.get("/api/v1/points?limit=200").mustBe(200).body();
        assertThat(sums(ledger)).contains("fast_answer 4", "note 10", "resolved 3", "first_contact_resolution 10");
        long before = ledger.at("/lifetime").asLong();

        anna.patch("/api/v1/tickets/" + code, Map.of("status", "open")).mustBe(200);
        Bygone.drained(world, pump);
        JsonNode after = anna.get("/api/v1/points?limit=200").mustBe(200).body();
        assertThat(sums(after)).contains("fast_answer 4", "note 10", "resolved 0", "first_contact_resolution 0");
        assertThat(after.at("/lifetime").asLong()).isEqualTo(before - 13);
        assertThat(after.at("/season").asLong()).isEqualTo(before - 13);
        world.bram().get("/api/v1/points?agent=" + World.ANNA).mustRefuse(404, "not-found");

        JsonNode board = anna.get("/api/v1/leaderboards").mustBe(200).body();
        assertThat(board.at("/your_rank").asInt()).isEqualTo(1);
        assertThat(board.at("/rows/0/value").asLong()).isEqualTo(before - 13);
        JsonNode notes = world.olga()
                .get("/api/v1/leaderboards?metric=notes&period=today")
                .mustBe(200)
                .body();
        assertThat(notes.at("/rows/0/agent/email").asString()).isEqualTo(World.ANNA);
        assertThat(notes.at("/rows/0/value").asInt()).isEqualTo(12);
        world.olga().get("/api/v1/leaderboards?metric=beauty").mustBe(400);
        world.olga().get("/api/v1/leaderboards?period=soon").mustBe(400);
        world.olga().patch("/api/v1/game-settings", Map.of("anonymous", true)).mustBe(200);
        assertThat(world.bram()
                        .get("/api/v1/leaderboards")
                        .mustBe(200)
                        .body()
                        .at("/rows")
                        .size())
                .isZero();
        world.olga().patch("/api/v1/point-rules/note", Map.of("points", 2)).mustBe(200);
        world.anna().patch("/api/v1/point-rules/note", Map.of("points", 5)).mustRefuse(403, "permission-missing");
    }

    private static List<String> sums(JsonNode ledger) {
        List<String> sums = new ArrayList<>();
        for (PointRule rule : PointRule.shipped()) {
            long sum = 0;
            for (JsonNode entry : ledger.at("/items")) {
                if (entry.at("/rule").asString().equals(rule.id())) {
                    sum += entry.at("/points").asLong();
                }
            }
            sums.add(rule.id() + " " + sum);
        }
        return sums;
    }
}
