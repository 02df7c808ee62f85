package org.fourleaf.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A drawn face is chosen by its name, and only once one's level has opened it. */
@InFourleaf
class FaceTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final Worlds worlds;

    FaceTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    @ParameterizedTest
    @EnumSource
    void every_face_has_its_picture(DrawnFace face) {
        assertThat(face.picture()).startsWith(PNG);
    }

    @Test
    void a_face_is_chosen_by_name_once_the_level_has_opened_it() {
        World world = worlds.fresh();
        Api anna = world.anna();
        List<JsonNode> faces = anna.get("/api/v1/agents/me/faces")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
        assertThat(faces.stream()
                        .filter(face -> face.at("/open").asBoolean())
                        .map(face -> face.at("/id").asString()))
                .containsExactly("sprout", "cat");
        assertThat(faces.getLast().at("/level/name").asString()).isEqualTo("King of customer support");
        anna.put("/api/v1/agents/me/avatar/drawn", Map.of("face", "cat")).mustBe(204);
        String cat = picture(world, anna);
        anna.put("/api/v1/agents/me/avatar/drawn", Map.of("face", "sprout")).mustBe(204);
        assertThat(picture(world, anna)).isNotEqualTo(cat);

        anna.put("/api/v1/agents/me/avatar/drawn", Map.of("face", "dragon")).mustRefuse(409, "face-locked");
        anna.put("/api/v1/agents/me/avatar/drawn", Map.of("face", "mouse"))
                .mustRefuse(422, "invalid")
                .mustName("/face");
        anna.put("/api/v1/agents/me/avatar/drawn", Map.of()).mustBe(400).mustName("/face");
        world.olga()
                .patch("/api/v1/levels/virtuoso", Map.of("condition", "$worktime >= 0"))
                .mustBe(200);
        world.olga().post("/api/v1/game/play-history", Map.of()).mustBe(201);
        anna.put("/api/v1/agents/me/avatar/drawn", Map.of("face", "dragon")).mustBe(204);
    }

    @Test
    void nobody_chooses_for_a_colleague_but_who_looks_after_them_and_then_the_colleagues_level_counts() {
        World world = worlds.fresh();
        String anna = "/api/v1/agents/" + world.agentId(World.ANNA) + "/avatar/drawn";
        world.bram().put(anna, Map.of("face", "cat")).mustBe(403);
        world.olga().put(anna, Map.of("face", "king")).mustRefuse(409, "face-locked");
        world.olga().put(anna, Map.of("face", "cat")).mustBe(204);
    }

    private static String picture(World world, Api anna) {
        return anna.get("/api/v1/agents/" + world.agentId(World.ANNA))
                .mustBe(200)
                .text("/avatar_url");
    }
}
