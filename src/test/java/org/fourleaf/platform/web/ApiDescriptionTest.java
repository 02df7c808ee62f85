package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@InFourleaf
class ApiDescriptionTest {

    private static final Path COMMITTED = Path.of("docs/integrators/openapi.json");

    /** Writes the document instead of comparing: {@code ./mvnw test -Dtest=ApiDescriptionTest -Dopenapi.write=true}. */
    private static final boolean WRITE = Boolean.getBoolean("openapi.write");

    private final Api stranger;
    private final JsonMapper json;

    ApiDescriptionTest(@Autowired Worlds worlds, @Autowired JsonMapper json) {
        stranger = worlds.fresh().stranger();
        this.json = json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    @Test
    void the_committed_description_is_that_of_the_code() throws IOException {
        String described = json.writeValueAsString(json.treeToValue(
                        stranger.get("/api/v1/openapi.json").mustBe(200).body(), Object.class))
                + "\n";
        if (WRITE) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(described)
                .as("Run ./mvnw test -Dtest=ApiDescriptionTest -Dopenapi.write=true and commit the difference")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void it_follows_the_conventions_of_the_house() {
        JsonNode api = stranger.get("/api/v1/openapi.json").mustBe(200).body();
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        JsonNode customer = api.at("/components/schemas/CustomerWanted");
        assertThat(customer.at("/properties").propertyNames()).contains("time_zone");
        assertThat(customer.at("/required").valueStream().map(JsonNode::asString))
                .containsExactly("name");
        JsonNode problem = api.at("/components/schemas/Problem/required");
        assertThat(problem.valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "errors");
        List<String> parameters = new ArrayList<>();
        api.at("/paths/~1api~1v1~1customers/get/parameters")
                .forEach(parameter -> parameters.add(parameter.at("/name").asString()));
        assertThat(parameters).containsExactlyInAnyOrder("q", "company", "group", "limit", "cursor");
    }

    @Test
    void it_can_be_browsed_without_asking_anybody_else() {
        Api.Answer page = stranger.get("/api/docs");
        assertThat(page.status()).isIn(200, 302);
        assertThat(stranger.get("/api/swagger-ui/index.html").mustBe(200).string())
                .contains("swagger-ui");
    }
}
