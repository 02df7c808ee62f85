package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What every call has in common, shown with customers. */
@InFourleaf
class HttpTest {

    private static final String CUSTOMERS = "/api/v1/customers";

    private final World world;

    HttpTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    {"name": "Petra", "colour": "red"}          | /colour
                    {"name": 7}                                 | /name
                    {"name": ""}                                | /name
                    {"email": "petra@example.org"}              | /name
                    {"name": "Petra", "emails": "one"}          | /emails
                    {"name": "Petra", "emails": ["a@b.c", 7]}   | /emails/1
                    {"name": "Petra", "email": "a@b@c"}         | /email
                    {"name": "Petra", "time_zone": "Mars"}      | /time_zone
                    {"name": "Petra"                            | ^^
                    [1, 2]                                      | ^^
                    ^^                                          | ^^
                    """)
    void a_wrong_body_is_refused_and_the_field_named(String body, String pointer) {
        send("POST", CUSTOMERS, body, "application/json")
                .mustRefuse(400, "malformed")
                .mustName(pointer);
    }

    @Test
    void text_that_cannot_be_stored_is_made_storable_or_refused_but_no_conflict() {
        Api.Answer made = send(
                        "POST",
                        CUSTOMERS,
                        "{\"name\": \"Pe\\u0000tra\", \"notes\": \"\\ud800x\", \"company\": \"A\\ud800\"}",
                        "application/json")
                .mustBe(201);
        assertThat(made.text("/name")).isEqualTo("Petra");
        world.anna().get(CUSTOMERS + "?q=%00").mustRefuse(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/a%00b", "/%ff", "/%5C"})
    void an_address_the_server_will_not_read_is_a_problem_too(String end) {
        world.anna().get("/api/v1/agents" + end).mustRefuse(400, "malformed");
    }

    @Test
    void a_file_of_a_multipart_type_is_a_file() {
        world.anna()
                .with("X-Filename", "a.mht")
                .send("POST", "/api/v1/attachments", new byte[] {1}, "multipart/related")
                .mustBe(201);
    }

    @Test
    void what_can_not_be_done_says_why_as_a_problem() {
        Api anna = world.anna();
        anna.get("/api/v1/nothing-here").mustRefuse(404, "not-found");
        anna.get(CUSTOMERS + "/nobody@example.org").mustRefuse(404, "not-found");
        anna.get(CUSTOMERS + "?limit=many").mustRefuse(400, "malformed").mustName("limit");
        anna.get("/api/v1/agents?active=perhaps").mustRefuse(400, "malformed").mustName("active");
        assertThat(anna.delete(CUSTOMERS).mustRefuse(405, "method-not-allowed").header("Allow"))
                .contains("GET", "POST");
        send("POST", CUSTOMERS, "<customer/>", "application/xml").mustRefuse(415, "unsupported-media-type");
        anna.with("Accept", "text/csv").get(CUSTOMERS).mustRefuse(406, "not-acceptable");
        assertThat(world.stranger()
                        .get(CUSTOMERS)
                        .mustRefuse(401, "sign-in-needed")
                        .header("WWW-Authenticate"))
                .startsWith("Bearer");
        world.stranger().post(CUSTOMERS, Map.of("name", "x")).mustRefuse(401, "sign-in-needed");
    }

    @Test
    void a_body_beyond_the_bound_is_refused_before_it_is_read() {
        String large = "{\"name\": \"" + "x".repeat(BodyBound.JSON_BYTES_MAX) + "\"}";
        send("POST", CUSTOMERS, large, "application/json").mustRefuse(413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/customers", "/api/v1/nothing-here"})
    void every_answer_tells_the_browser_to_be_careful(String path) {
        Api.Answer answer = world.anna().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void answers_of_the_api_are_kept_by_nobody_between() {
        assertThat(world.anna().get(CUSTOMERS).header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(world.anna().post("/api/v1/tokens", Map.of("name", "x")).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void everybody_is_told_how_much_they_may_still_ask() {
        Api.Answer answer = world.anna().get(CUSTOMERS);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=1000;w=10");
        assertThat(answer.header("RateLimit")).startsWith("\"default\";r=9");
    }

    @Test
    void health_is_public_and_metrics_are_for_this_machine_or_an_owner() {
        world.stranger().get("/actuator/health/readiness").mustBe(200);
        Api outside = world.stranger().with("X-Forwarded-For", "203.0.113.5");
        world.stranger().get("/actuator/prometheus").mustBe(200);
        outside.get("/actuator/prometheus").mustRefuse(401, "sign-in-needed");
        world.olga()
                .with("X-Forwarded-For", "203.0.113.5")
                .get("/actuator/prometheus")
                .mustBe(200);
        world.anna().get("/actuator/prometheus").mustRefuse(403, "forbidden");
        world.olga().get("/actuator/env").mustRefuse(403, "forbidden");
    }

    private Api.Answer send(String method, String path, String body, String contentType) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return world.anna().send(method, path, bytes, contentType);
    }
}
