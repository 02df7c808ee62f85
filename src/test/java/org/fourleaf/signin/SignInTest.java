package org.fourleaf.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class SignInTest {

    private final World world;

    SignInTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void an_agent_signs_in_and_out() {
        Api browser = world.stranger().inBrowser();
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");

        Api.Answer in = browser.post("/api/v1/session", credentials(World.ANNA, World.PASSWORD))
                .mustBe(201);
        assertThat(in.text("/agent/email")).isEqualTo(World.ANNA);
        assertThat(in.text("/workspace/time_zone")).isEqualTo("Europe/Vilnius");
        assertThat(in.body().at("/permissions").valueStream().map(p -> p.asString()))
                .contains("tickets_reply");
        assertThat(in.header("Set-Cookie"))
                .contains("fourleaf_session=", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        browser.get("/api/v1/session").mustBe(200);

        String secret = Objects.requireNonNull(browser.cookie("fourleaf_session"));
        browser.delete("/api/v1/session").mustBe(204);
        browser.plantCookie("fourleaf_session", secret);
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void behind_tls_the_cookie_never_travels_in_the_clear() {
        Api browser = world.stranger().inBrowser().with("X-Forwarded-Proto", "https");
        assertThat(browser.post("/api/v1/session", credentials(World.ANNA, World.PASSWORD))
                        .mustBe(201)
                        .header("Set-Cookie"))
                .contains("Secure");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        Api browser = world.stranger().inBrowser();
        String wrong = browser.post("/api/v1/session", credentials(World.BRAM, "not the password"))
                .mustRefuse(401, "wrong-password")
                .string();
        String unknown = browser.post("/api/v1/session", credentials("nobody@example.com", "not the password"))
                .mustRefuse(401, "wrong-password")
                .string();
        assertThat(unknown).isEqualTo(wrong);
        browser.post("/api/v1/session", Map.of("email", World.BRAM))
                .mustRefuse(400, "malformed")
                .mustName("/password");
    }

    @Test
    void session_fixation_a_planted_cookie_never_becomes_a_session() {
        Api victim = world.stranger().inBrowser();
        victim.plantCookie("fourleaf_session", "chosen-by-the-attacker-chosen-by-the-attacker");
        victim.post("/api/v1/session", credentials(World.ANNA, World.PASSWORD)).mustBe(201);
        assertThat(victim.cookie("fourleaf_session")).isNotEqualTo("chosen-by-the-attacker-chosen-by-the-attacker");

        Api attacker = world.stranger().inBrowser();
        attacker.plantCookie("fourleaf_session", "chosen-by-the-attacker-chosen-by-the-attacker");
        attacker.get("/api/v1/session").mustRefuse(401, "sign-in-needed");

        String first = Objects.requireNonNull(victim.cookie("fourleaf_session"));
        victim.post("/api/v1/session", credentials(World.ANNA, World.PASSWORD)).mustBe(201);
        attacker.plantCookie("fourleaf_session", first);
        attacker.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void the_csrf_token_stays_so_that_requests_side_by_side_do_not_refuse_each_other() {
        Api browser = world.browserOf(World.ANNA);
        browser.get("/api/v1/session").mustBe(200);
        String token = browser.cookie("XSRF-TOKEN");
        browser.get("/api/v1/counts").mustBe(200);
        browser.patch("/api/v1/me", Map.of("name", "Anna")).mustBe(200);
        assertThat(browser.cookie("XSRF-TOKEN")).isEqualTo(token);
    }

    @Test
    void csrf_a_write_without_the_token_of_the_page_is_refused() {
        Api browser = world.browserOf(World.BRAM);
        Api forged = browser.with("X-XSRF-TOKEN", "guessed");
        forged.patch("/api/v1/me", Map.of("name", "Mallory")).mustRefuse(403, "csrf-token-missing");
        browser.patch("/api/v1/me", Map.of("name", "Bram")).mustBe(200);

        world.stranger()
                .post("/api/v1/session", credentials(World.BRAM, World.PASSWORD))
                .mustRefuse(403, "csrf-token-missing");
    }

    @Test
    void brute_force_of_a_password_is_throttled_and_the_owner_elsewhere_still_gets_in() {
        world.addAgent("Cleo", "cleo@example.com");
        Api attacker = world.stranger().inBrowser().with("X-Forwarded-For", "203.0.113.66");
        int tries = 0;
        while (tries < 30
                && attacker.post("/api/v1/session", credentials("cleo@example.com", "guess " + tries))
                                .status()
                        == 401) {
            tries++;
        }
        assertThat(tries).isBetween(3, 10);
        attacker.post("/api/v1/session", credentials("cleo@example.com", World.PASSWORD))
                .mustRefuse(429, "too-many-sign-ins");

        Api cleo = world.stranger().inBrowser().with("X-Forwarded-For", "198.51.100.5");
        cleo.post("/api/v1/session", credentials("cleo@example.com", World.PASSWORD))
                .mustBe(201);
    }

    @Test
    void sessions_are_listed_and_revoked_one_by_one() {
        Api office = world.browserOf(World.OLGA);
        Api train = world.browserOf(World.OLGA);
        Api.Answer list = office.get("/api/v1/sessions").mustBe(200);
        String lost = list.body()
                .at("/items")
                .valueStream()
                .filter(session -> !session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();

        world.browserOf(World.ANNA).delete("/api/v1/sessions/" + lost).mustBe(204);
        train.get("/api/v1/session").mustBe(200);
        office.delete("/api/v1/sessions/" + lost).mustBe(204);
        train.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        office.get("/api/v1/session").mustBe(200);
    }

    @Test
    void an_agent_ends_all_their_other_sessions_at_once() {
        world.addAgent("Fay", "fay@example.com");
        Api office = world.browserOf("fay@example.com");
        Api train = world.browserOf("fay@example.com");
        office.delete("/api/v1/sessions").mustBe(204);
        office.get("/api/v1/session").mustBe(200);
        train.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void whoever_looks_after_agents_sees_and_ends_their_sessions() {
        world.addAgent("Gil", "gil@example.com");
        Api gil = world.browserOf("gil@example.com");
        Api second = world.browserOf("gil@example.com");
        String path = "/api/v1/agents/gil@example.com/sessions";
        world.anna().get(path).mustRefuse(403, "permission-missing");
        Api.Answer list = world.olga().get(path).mustBe(200);
        assertThat(list.body().at("/items").size()).isEqualTo(2);
        world.olga().delete(path + "/" + list.text("/items/0/id")).mustBe(204);
        assertThat(List.of(
                        gil.get("/api/v1/session").status(),
                        second.get("/api/v1/session").status()))
                .containsExactlyInAnyOrder(200, 401);
        world.olga().delete(path).mustBe(204);
        gil.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        second.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void a_deactivated_agent_is_out_everywhere_and_old_tokens_stay_dead() {
        world.addAgent("Hana", "hana@example.com");
        Api browser = world.browserOf("hana@example.com");
        Api program = world.agent("hana@example.com");
        world.olga().delete("/api/v1/agents/hana@example.com").mustBe(204);
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        program.get("/api/v1/me").mustRefuse(401, "wrong-token");
        world.olga()
                .patch("/api/v1/agents/hana@example.com", Map.of("active", true))
                .mustBe(200);
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        program.get("/api/v1/me").mustRefuse(401, "wrong-token");
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        world.addAgent("Dora", "dora@example.com");
        Api here = world.browserOf("dora@example.com");
        Api elsewhere = world.browserOf("dora@example.com");

        here.put("/api/v1/me/password", Map.of("current", "wrong one here", "new", "something quite new"))
                .mustRefuse(422, "invalid")
                .mustName("/current");
        here.put("/api/v1/me/password", Map.of("current", World.PASSWORD, "new", "short"))
                .mustRefuse(400, "malformed")
                .mustName("/new");
        here.put("/api/v1/me/password", Map.of("current", World.PASSWORD, "new", "something quite new"))
                .mustBe(204);

        here.get("/api/v1/session").mustBe(200);
        elsewhere.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void a_session_unseen_for_thirty_days_has_ended() {
        world.addAgent("Egle", "egle@example.com");
        Api browser = world.browserOf("egle@example.com");
        JdbcClient.create(TestDatabase.owner())
                .sql(
                        "update session set expires_at = now() where workspace_id = ? and agent_id in (select id from agent where email = ?)")
                .param(world.workspace())
                .param("egle@example.com")
                .update();
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }
}
