package org.fourleaf.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class AuditTest {

    private final World world;

    AuditTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void what_was_administered_is_told_newest_first_with_names() {
        UUID id = world.addAgent("Watched", "watched@example.com");
        world.olga().delete("/api/v1/agents/" + id).mustBe(204);
        JsonNode newest =
                world.olga().get("/api/v1/audit?limit=2").mustBe(200).body().at("/items");
        assertThat(newest.at("/0/action").asString()).isEqualTo("agent.deactivated");
        assertThat(newest.at("/0/subject/name").asString()).isEqualTo("Watched");
        assertThat(newest.at("/0/by/name").asString()).isEqualTo("Olga Owner");
        assertThat(newest.at("/1/action").asString()).isEqualTo("agent.added");
        assertThat(newest.at("/0/seq").asLong())
                .isGreaterThan(newest.at("/1/seq").asLong());
        world.anna().get("/api/v1/audit").mustRefuse(403, "permission-missing");
    }
}
