package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class PeopleTest {

    private final World world;

    PeopleTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void agents_are_added_edited_and_found_by_id_or_address() {
        Api olga = world.olga();
        Api.Answer made = olga.post(
                        "/api/v1/agents",
                        Map.of(
                                "name", "  Fatima\nFarouk ",
                                "email", "Fatima@Example.com",
                                "alias", "Fay",
                                "skills", List.of("printers")))
                .mustBe(201);
        assertThat(made.text("/email")).isEqualTo("fatima@example.com");
        assertThat(made.text("/name")).isEqualTo("Fatima Farouk");
        assertThat(made.text("/role")).isEqualTo("agent");
        assertThat(made.text("/presence")).isEqualTo("offline");
        assertThat(made.header("Location")).isEqualTo("/api/v1/agents/" + made.text("/id"));

        Map<String, Object> change = new HashMap<>();
        change.put("alias", null);
        change.put("role", "lead");
        Api.Answer changed =
                olga.patch("/api/v1/agents/fatima@example.com", change).mustBe(200);
        assertThat(changed.body().at("/alias").isNull()).isTrue();
        assertThat(changed.text("/role")).isEqualTo("lead");
        assertThat(changed.body().at("/skills/0").asString()).isEqualTo("printers");

        olga.post("/api/v1/agents", Map.of("name", "Again", "email", "FATIMA@example.com"))
                .mustRefuse(409, "email-taken");
        olga.post("/api/v1/agents", Map.of("name", "X", "email", "not an address"))
                .mustRefuse(400, "malformed")
                .mustName("/email");
        olga.post("/api/v1/agents", Map.of("name", "X", "email", "x@example.com", "role", "emperor"))
                .mustRefuse(400, "malformed")
                .mustName("/role");
        world.anna()
                .post("/api/v1/agents", Map.of("name", "X", "email", "x@example.com"))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void an_agent_shows_their_departments() {
        assertThat(world.olga().get("/api/v1/agents/" + World.ANNA).body().at("/departments"))
                .extracting(JsonNode::asString)
                .containsExactly("Support");
    }

    @Test
    void a_stale_edit_is_refused_and_a_fresh_one_goes_through() {
        Api olga = world.olga();
        String seen = String.valueOf(olga.get("/api/v1/agents/" + World.BRAM).header("ETag"));
        olga.with("If-None-Match", seen).get("/api/v1/agents/" + World.BRAM).mustBe(304);
        olga.with("If-Match", seen)
                .patch("/api/v1/agents/" + World.BRAM, Map.of("alias", "B."))
                .mustBe(200);
        olga.with("If-Match", seen)
                .patch("/api/v1/agents/" + World.BRAM, Map.of("alias", "Late"))
                .mustRefuse(412, "stale");
        olga.with("If-Match", "yesterday's")
                .patch("/api/v1/agents/" + World.BRAM, Map.of("alias", "Odd"))
                .mustRefuse(400, "malformed")
                .mustName("If-Match");
        olga.patch("/api/v1/agents/" + World.BRAM, Map.of("alias", "Whatever")).mustBe(200);
    }

    @Test
    void a_workspace_always_keeps_an_owner_and_only_owners_make_owners() {
        world.olga().delete("/api/v1/agents/" + World.OLGA).mustRefuse(409, "last-owner");
        world.olga()
                .patch("/api/v1/agents/" + World.OLGA, Map.of("role", "agent"))
                .mustRefuse(409, "last-owner");

        world.olga()
                .post("/api/v1/agents", Map.of("name", "Ada", "email", "ada@example.com", "role", "admin"))
                .mustBe(201);
        Api ada = world.agent("ada@example.com");
        ada.patch("/api/v1/agents/ada@example.com", Map.of("role", "owner")).mustRefuse(403, "owner-needed");
        ada.patch("/api/v1/agents/" + World.OLGA, Map.of("active", false)).mustRefuse(403, "owner-needed");
        ada.patch("/api/v1/agents/" + World.ANNA, Map.of("name", "Anna")).mustBe(200);
    }

    @Test
    void agents_say_whether_they_are_here() {
        String path = "/api/v1/agents/" + World.ANNA + "/presence";
        assertThat(world.anna().put(path, Map.of("state", "online")).mustBe(200).text("/presence"))
                .isEqualTo("online");
        assertThat(world.anna()
                        .put(path, Map.of("state", "paused", "reason", "Lunch"))
                        .mustBe(200)
                        .text("/presence"))
                .isEqualTo("paused");
        assertThat(world.anna()
                        .put(path, Map.of("state", "online", "channels", List.of("chat")))
                        .mustBe(200)
                        .text("/presence"))
                .isEqualTo("online");
        world.bram().put(path, Map.of("state", "offline")).mustRefuse(403, "permission-missing");
        world.anna()
                .put(path, Map.of("state", "asleep"))
                .mustRefuse(400, "malformed")
                .mustName("/state");
    }

    @Test
    void a_deactivated_agent_is_not_online() {
        UUID id = world.addAgent("Left", "left@example.com");
        world.olga().delete("/api/v1/agents/" + id).mustBe(204);
        world.olga()
                .put("/api/v1/agents/" + id + "/presence", Map.of("state", "online"))
                .mustRefuse(409, "agent-inactive");
    }

    @Test
    void agents_change_how_the_desk_looks_for_them() {
        Api anna = world.anna();
        assertThat(anna.patch("/api/v1/me", Map.of("language", "lt", "theme", "dark"))
                        .mustBe(200)
                        .text("/agent/theme"))
                .isEqualTo("dark");
        anna.patch("/api/v1/me", Map.of("theme", "pink"))
                .mustRefuse(400, "malformed")
                .mustName("/theme");
        anna.patch("/api/v1/me", Map.of("alias", "x".repeat(201)))
                .mustRefuse(400, "malformed")
                .mustName("/alias");
        anna.patch("/api/v1/me", Map.of("role", "owner"))
                .mustRefuse(400, "malformed")
                .mustName("/role");
    }
}
