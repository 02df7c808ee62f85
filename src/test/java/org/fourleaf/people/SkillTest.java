package org.fourleaf.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class SkillTest {

    private static final String SKILLS = "/api/v1/skills";
    private static final String ANNA = "/api/v1/agents/" + World.ANNA;

    private final Worlds worlds;
    private World world;
    private Api olga;

    SkillTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeEach
    void freshWorld() {
        world = worlds.fresh();
        olga = world.olga();
    }

    private UUID made(String name) {
        return olga.post(SKILLS, Map.of("name", name)).mustBe(201).id("/id");
    }

    private List<String> ofAnna() {
        return olga.get(ANNA)
                .body()
                .at("/skills")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void a_skill_given_to_an_agent_is_on_the_list_and_written_as_there() {
        made("Printers");
        olga.patch(ANNA, Map.of("skills", List.of("printers", "Invoices", " PRINTERS ", "invoices")))
                .mustBe(200);
        assertThat(ofAnna()).containsExactly("Printers", "Invoices");
        JsonNode listed = olga.get(SKILLS).mustBe(200).body().at("/items");
        assertThat(listed.valueStream().map(skill -> skill.at("/name").asString()))
                .containsExactly("Invoices", "Printers");
        assertThat(listed.at("/0/agents").asInt()).isEqualTo(1);
    }

    @Test
    void renaming_follows_on_the_agents() {
        UUID printers = made("Printers");
        made("Scanners");
        olga.patch(ANNA, Map.of("skills", List.of("Printers"))).mustBe(200);
        olga.patch(SKILLS + "/" + printers, Map.of("name", "scanners")).mustRefuse(409, "name-taken");
        olga.patch(SKILLS + "/" + printers, Map.of("name", "Plotters")).mustBe(200);
        assertThat(ofAnna()).containsExactly("Plotters");
        olga.with("If-Match", "\"1\"")
                .patch(SKILLS + "/" + printers, Map.of("name", "Again"))
                .mustRefuse(412, "stale");
    }

    @Test
    void merging_and_deleting_follow_on_the_agents() {
        UUID printers = made("Printers");
        UUID plotters = made("Plotters");
        olga.patch(ANNA, Map.of("skills", List.of("Printers", "Plotters"))).mustBe(200);
        olga.put(SKILLS + "/" + printers + "/merge", Map.of("into", printers)).mustRefuse(409, "not-possible");
        assertThat(olga.put(SKILLS + "/" + printers + "/merge", Map.of("into", plotters))
                        .mustBe(200)
                        .text("/name"))
                .isEqualTo("Plotters");
        assertThat(ofAnna()).containsExactly("Plotters");
        olga.get(SKILLS + "/" + printers).mustRefuse(404, "not-found");
        olga.delete(SKILLS + "/" + plotters).mustBe(204);
        assertThat(ofAnna()).isEmpty();
        olga.put(SKILLS + "/" + printers + "/merge", Map.of("into", plotters)).mustRefuse(404, "not-found");
    }

    @Test
    void who_looks_after_agents_keeps_the_list() {
        UUID printers = made("Printers");
        world.anna().post(SKILLS, Map.of("name", "x")).mustRefuse(403, "permission-missing");
        world.anna().delete(SKILLS + "/" + printers).mustRefuse(403, "permission-missing");
        assertThat(world.anna().get(SKILLS).mustBe(200).string()).contains("Printers");
        olga.post(SKILLS, Map.of("name", " ")).mustRefuse(400, "malformed").mustName("/name");
        olga.patch(ANNA, Map.of("skills", List.of("x".repeat(101)))).mustRefuse(400, "malformed");
        assertThat(worlds.fresh().olga().get(SKILLS).body().at("/items")).isEmpty();
    }

    @Test
    void what_an_agent_has_in_hand_is_counted_by_status() {
        for (int i = 0; i < 2; i++) {
            String code = olga.post(
                            "/api/v1/tickets",
                            Map.of(
                                    "subject",
                                    "s",
                                    "customer",
                                    Map.of("email", World.OMAR),
                                    "message",
                                    Map.of("text", "t")))
                    .mustBe(201)
                    .text("/code");
            olga.patch("/api/v1/tickets/" + code, Map.of("assignee", World.ANNA))
                    .mustBe(200);
            if (i == 1) {
                olga.patch("/api/v1/tickets/" + code, Map.of("status", "pending"))
                        .mustBe(200);
            }
        }
        JsonNode held = olga.get(ANNA + "/tickets").mustBe(200).body().at("/items");
        assertThat(held.valueStream()
                        .map(one ->
                                one.at("/status").asString() + one.at("/count").asInt()))
                .containsExactly("new1", "pending1");
        assertThat(olga.get("/api/v1/tokens?agent=" + World.ANNA).mustBe(200).string())
                .doesNotContain(World.OLGA);
        assertThat(world.anna()
                        .get("/api/v1/tokens?agent=" + World.OLGA)
                        .mustBe(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }
}
