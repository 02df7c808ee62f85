package org.fourleaf.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Levels are granted for what was done, and say why. */
@InFourleaf
class LevelTest {

    private final Worlds worlds;
    private final LogPump pump;
    private final LevelGranting granting;

    LevelTest(@Autowired Worlds worlds, @Autowired LogPump pump, @Autowired LevelGranting granting) {
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
    void a_level_says_why_to_whom_it_may() {
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
    }

    private String level(World world, String agent) {
        return world.olga().get("/api/v1/game/agents/" + agent).mustBe(200).text("/level/level");
    }

    private void grant(World world) {
        Workspaces.run(world.workspace(), () -> granting.grantDue(Actor.clock(world.workspace())));
    }
}
