package org.fourleaf.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class TokenTest {

    private final World world;

    TokenTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    private Api.Answer make(Api by, Map<String, ?> wish) {
        return by.post("/api/v1/tokens", wish);
    }

    @Test
    void a_token_acts_as_its_agent_until_it_is_revoked() {
        Api.Answer made = make(world.anna(), Map.of("name", "script")).mustBe(201);
        Api script = world.stranger().withToken(made.text("/token"));
        assertThat(script.get("/api/v1/me").mustBe(200).text("/agent/email")).isEqualTo(World.ANNA);
        assertThat(world.anna().get("/api/v1/tokens").mustBe(200).string())
                .contains(made.text("/id"))
                .doesNotContain(made.text("/token"));

        world.bram().delete("/api/v1/tokens/" + made.text("/id")).mustRefuse(404, "not-found");
        world.anna().delete("/api/v1/tokens/" + made.text("/id")).mustBe(204);
        script.get("/api/v1/me").mustRefuse(401, "wrong-token");
    }

    @Test
    void only_the_hash_of_a_secret_is_stored() {
        String secret = make(world.anna(), Map.of("name", "hashed")).mustBe(201).text("/token");
        String stored = JdbcClient.create(TestDatabase.owner())
                .sql("select string_agg(t::text, ' ') from api_token t where workspace_id = ?")
                .param(world.workspace())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(secret, secret.substring(5));
    }

    @Test
    void a_narrowed_token_makes_nobody_who_may_more() {
        String secret = make(world.olga(), Map.of("name", "narrow", "scopes", List.of("agents_manage")))
                .mustBe(201)
                .text("/token");
        Api narrow = world.stranger().withToken(secret);
        narrow.post("/api/v1/agents", Map.of("name", "Eve", "email", "eve@example.com", "role", "owner"))
                .mustRefuse(403, "token-narrowed");
        narrow.post("/api/v1/agents", Map.of("name", "Eve", "email", "eve@example.com", "password", World.PASSWORD))
                .mustRefuse(403, "token-narrowed");
        narrow.patch("/api/v1/agents/" + World.ANNA, Map.of("role", "admin")).mustRefuse(403, "token-narrowed");
        narrow.post("/api/v1/agents", Map.of("name", "Eve", "email", "eve@example.com"))
                .mustBe(201);
    }

    @Test
    void a_list_with_nothing_in_it_is_named() {
        make(world.anna(), Map.of("name", "x", "scopes", Collections.singletonList(null)))
                .mustRefuse(400, "malformed")
                .mustName("/scopes/0");
        make(world.anna(), Map.of("name", "x", "addresses", Collections.singletonList(null)))
                .mustRefuse(400, "malformed")
                .mustName("/addresses/0");
        make(world.anna(), Map.of("name", "x", "expires_at", "+999999999-12-31T23:59:59Z"))
                .mustRefuse(400, "malformed")
                .mustName("/expires_at");
    }

    @Test
    void scopes_narrow_what_the_agent_may() {
        String secret = make(world.olga(), Map.of("name", "narrow", "scopes", List.of("customers_edit")))
                .mustBe(201)
                .text("/token");
        Api narrow = world.stranger().withToken(secret);
        narrow.post("/api/v1/customers", Map.of("name", "Petra")).mustBe(201);
        narrow.get("/api/v1/audit").mustRefuse(403, "permission-missing");
        narrow.post("/api/v1/agents", Map.of("name", "Eve", "email", "eve@example.com"))
                .mustRefuse(403, "permission-missing");
        make(narrow, Map.of("name", "wider")).mustRefuse(403, "token-narrowed");
        make(world.olga(), Map.of("name", "typo", "scopes", List.of("customers_edit", "everything")))
                .mustRefuse(400, "malformed")
                .mustName("/scopes/1");
    }

    @Test
    void scopes_never_give_more_than_the_role() {
        String secret = make(world.anna(), Map.of("name", "greedy", "scopes", List.of("audit_read")))
                .mustBe(201)
                .text("/token");
        world.stranger().withToken(secret).get("/api/v1/audit").mustRefuse(403, "permission-missing");
    }

    @Test
    void a_token_works_from_its_addresses_only() {
        String secret = make(world.anna(), Map.of("name", "office", "addresses", List.of("192.0.2.0/24")))
                .mustBe(201)
                .text("/token");
        Api token = world.stranger().withToken(secret);
        token.with("X-Forwarded-For", "192.0.2.17").get("/api/v1/me").mustBe(200);
        token.with("X-Forwarded-For", "198.51.100.17").get("/api/v1/me").mustRefuse(401, "wrong-token");
        make(world.anna(), Map.of("name", "x", "addresses", List.of("example.org")))
                .mustRefuse(400, "malformed")
                .mustName("/addresses/0");
    }

    @Test
    void a_token_ends_when_it_should() {
        Api.Answer made = make(
                        world.anna(),
                        Map.of(
                                "name",
                                "short",
                                "expires_at",
                                Instant.now().plus(Duration.ofDays(1)).toString()))
                .mustBe(201);
        Api token = world.stranger().withToken(made.text("/token"));
        token.get("/api/v1/me").mustBe(200);
        JdbcClient.create(TestDatabase.owner())
                .sql("update api_token set expires_at = now() where id = ?")
                .param(made.id("/id"))
                .update();
        token.get("/api/v1/me").mustRefuse(401, "wrong-token");
        make(world.anna(), Map.of("name", "past", "expires_at", "2020-01-01T00:00:00Z"))
                .mustRefuse(422, "invalid")
                .mustName("/expires_at");
    }

    @Test
    void only_an_owner_makes_tokens_for_others_and_never_for_an_owner() {
        world.olga()
                .post("/api/v1/agents", Map.of("name", "Otto", "email", "otto@example.com", "role", "owner"))
                .mustBe(201);
        make(world.anna(), Map.of("name", "for bram", "agent", World.BRAM)).mustRefuse(403, "not-yours");
        make(world.olga(), Map.of("name", "for otto", "agent", "otto@example.com"))
                .mustRefuse(403, "not-yours");
        UUID id = make(world.olga(), Map.of("name", "for bram", "agent", World.BRAM))
                .mustBe(201)
                .id("/id");
        world.bram().delete("/api/v1/tokens/" + id).mustBe(204);
    }

    @Test
    void a_deactivated_agents_tokens_and_sessions_are_dead() {
        world.addAgent("Gone", "gone@example.com");
        Api token = world.agent("gone@example.com");
        Api browser = world.browserOf("gone@example.com");
        world.olga().delete("/api/v1/agents/gone@example.com").mustBe(204);
        token.get("/api/v1/me").mustRefuse(401, "wrong-token");
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void brute_force_of_tokens_is_throttled_and_right_ones_still_work() {
        Api attacker = world.stranger().with("X-Forwarded-For", "203.0.113.99");
        int tries = 0;
        while (tries < 100
                && attacker.withToken("fl_guess" + tries).get("/api/v1/me").status() == 401) {
            tries++;
        }
        assertThat(tries).isBetween(5, 40);
        attacker.withToken("fl_another").get("/api/v1/me").mustRefuse(429, "too-many-requests");
        attacker.withToken(world.token(World.ANNA)).get("/api/v1/me").mustBe(200);
    }
}
