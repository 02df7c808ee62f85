package org.fourleaf.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class SecondFactorTest {

    private static final String STEP = "/api/v1/session/second-step";

    private final Worlds worlds;
    private final World world;

    SecondFactorTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
    }

    /** An agent with an app, in a browser of their own. */
    private record Secured(String email, byte[] secret, List<String> recoveryCodes, Api browser) {

        String code() {
            return Totp.code(secret, Instant.now());
        }
    }

    private Secured secured(World here, String email) {
        here.addAgent("Somebody", email);
        Api browser = here.browserOf(email);
        Api.Answer offer = browser.post("/api/v1/me/totp", Map.of("password", World.PASSWORD))
                .mustBe(201);
        byte[] secret = fromBase32(offer.text("/secret"));
        assertThat(offer.text("/uri")).startsWith("otpauth://totp/Acme:").contains("secret=" + offer.text("/secret"));
        assertThat(offer.text("/qr_svg")).startsWith("<svg");
        List<String> codes = texts(
                browser.post("/api/v1/me/totp/confirmation", Map.of("code", Totp.code(secret, Instant.now())))
                        .mustBe(201),
                "/recovery_codes");
        forgetUsedSteps(here);
        return new Secured(email, secret, codes, browser);
    }

    private static List<String> texts(Api.Answer answer, String pointer) {
        List<String> texts = new ArrayList<>();
        answer.body().at(pointer).valueStream().forEach(node -> texts.add(node.asString()));
        return texts;
    }

    /** As if the time step were the next one. */
    private static void forgetUsedSteps(World here) {
        JdbcClient.create(TestDatabase.owner())
                .sql("update totp set last_step = 0 where workspace_id = ?")
                .param(here.workspace())
                .update();
    }

    private static byte[] fromBase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[n++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    private static Map<String, String> credentials(String email) {
        return Map.of("email", email, "password", World.PASSWORD);
    }

    @Test
    void after_the_password_comes_the_code_and_then_the_agent_is_in() {
        Secured cleo = secured(world, "cleo@example.com");
        Api browser = world.stranger().inBrowser();
        browser.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        Api.Answer possible = browser.get(STEP).mustBe(200);
        assertThat(possible.body().at("/totp").asBoolean()).isTrue();
        assertThat(possible.body().at("/passkey").asBoolean()).isFalse();

        browser.post(STEP, Map.of("code", "000000")).mustRefuse(401, "wrong-code");
        Api.Answer in = browser.post(STEP, Map.of("code", cleo.code())).mustBe(201);
        assertThat(in.text("/agent/email")).isEqualTo(cleo.email);
        browser.get("/api/v1/session").mustBe(200);
        browser.get(STEP).mustRefuse(401, "sign-in-step-over");
    }

    @Test
    void the_password_alone_or_a_planted_step_opens_nothing() {
        Secured cleo = secured(world, "planted@example.com");
        Api browser = world.stranger().inBrowser();
        browser.post(STEP, Map.of("code", cleo.code())).mustRefuse(401, "sign-in-step-over");
        browser.plantCookie("fourleaf_step", "chosen-by-the-attacker");
        browser.post(STEP, Map.of("code", cleo.code())).mustRefuse(401, "sign-in-step-over");
        browser.post(STEP + "/totp", Map.of()).mustRefuse(401, "sign-in-step-over");
    }

    @Test
    void replay_a_code_opens_once_however_many_send_it_together() throws Exception {
        Secured cleo = secured(world, "replay@example.com");
        String code = cleo.code();
        List<Api> browsers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Api browser = world.stranger().inBrowser().with("X-Forwarded-For", "198.51.100." + (10 + i));
            browser.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
            browsers.add(browser);
        }
        List<Integer> answers = Together.call(4, () -> {
            Api mine;
            synchronized (browsers) {
                mine = browsers.removeLast();
            }
            return mine.post(STEP, Map.of("code", code)).status();
        });
        assertThat(answers).containsOnlyOnce(201).contains(401);
    }

    @Test
    void a_recovery_code_opens_once() {
        Secured cleo = secured(world, "lost@example.com");
        assertThat(cleo.recoveryCodes).hasSize(10).doesNotHaveDuplicates();
        String code = cleo.recoveryCodes.getFirst();
        Api browser = world.stranger().inBrowser();
        browser.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
        browser.post(STEP, Map.of("code", code.toLowerCase(Locale.ROOT))).mustBe(201);
        assertThat(browser.get("/api/v1/me/security")
                        .mustBe(200)
                        .body()
                        .at("/recovery_codes_left")
                        .asInt())
                .isEqualTo(9);

        Api again = world.stranger().inBrowser();
        again.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
        again.post(STEP, Map.of("code", code)).mustRefuse(401, "wrong-code");
        assertThat(stored("select hash from recovery_code")).noneMatch(hash -> cleo.recoveryCodes.contains(hash));
    }

    private static List<String> stored(String sql) {
        return JdbcClient.create(TestDatabase.owner())
                .sql(sql)
                .query(String.class)
                .list();
    }

    @Test
    void brute_force_of_the_code_ends_the_step_and_beginning_again_does_not_help() {
        Secured cleo = secured(world, "forced@example.com");
        int wrong = 0;
        int begun = 0;
        boolean throttled = false;
        while (!throttled && begun < 10) {
            Api attacker = world.stranger().inBrowser().with("X-Forwarded-For", "203.0.113." + (100 + begun));
            attacker.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
            begun++;
            int status = 401;
            for (int i = 0; i < 5 && status == 401; i++) {
                status = attacker.post(STEP, Map.of("code", "%06d".formatted(wrong)))
                        .status();
                wrong++;
            }
            throttled = status == 429;
            if (!throttled) {
                attacker.post(STEP, Map.of("code", cleo.code())).mustRefuse(401, "sign-in-step-over");
            }
        }
        assertThat(throttled).isTrue();
        assertThat(wrong).isLessThanOrEqualTo(16);
    }

    @Test
    void session_fixation_the_second_step_makes_a_session_of_its_own() {
        Secured cleo = secured(world, "fixed@example.com");
        Api victim = world.stranger().inBrowser();
        victim.plantCookie("fourleaf_session", "chosen-by-the-attacker-chosen-by-the-attacker");
        victim.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
        victim.post(STEP, Map.of("code", cleo.code())).mustBe(201);
        assertThat(victim.cookie("fourleaf_session"))
                .isNotEqualTo("chosen-by-the-attacker-chosen-by-the-attacker")
                .isNotEqualTo(victim.cookie("fourleaf_step"));
    }

    @Test
    void csrf_the_second_step_needs_the_token_of_the_page() {
        Secured cleo = secured(world, "forged@example.com");
        Api browser = world.stranger().inBrowser();
        browser.post("/api/v1/session", credentials(cleo.email)).mustRefuse(401, "second-factor-needed");
        browser.with("X-XSRF-TOKEN", "guessed")
                .post(STEP, Map.of("code", cleo.code()))
                .mustRefuse(403, "csrf-token-missing");
    }

    @Test
    void a_browser_left_open_is_not_enough_to_set_up_or_remove_a_second_factor() {
        Secured cleo = secured(world, "open@example.com");
        cleo.browser
                .post("/api/v1/me/totp/removal", Map.of("password", "wrong", "code", cleo.code()))
                .mustRefuse(422, "invalid")
                .mustName("/password");
        cleo.browser
                .post("/api/v1/me/totp/removal", Map.of("password", World.PASSWORD, "code", "000000"))
                .mustRefuse(422, "invalid")
                .mustName("/code");
        world.addAgent("Plain", "plain@example.com");
        world.browserOf("plain@example.com")
                .post("/api/v1/me/totp", Map.of())
                .mustRefuse(422, "invalid")
                .mustName("/password");
        cleo.browser.post("/api/v1/me/totp", Map.of("password", World.PASSWORD)).mustRefuse(409, "second-factor-on");
        cleo.browser
                .post("/api/v1/me/totp/removal", Map.of("password", World.PASSWORD, "code", cleo.code()))
                .mustBe(204);
        world.browserOf(cleo.email).get("/api/v1/session").mustBe(200);
    }

    @Test
    void whoever_looks_after_agents_resets_the_factor_of_another_but_not_an_owners() {
        Secured cleo = secured(world, "reset@example.com");
        world.olga()
                .post("/api/v1/agents", Map.of("name", "Ada", "email", "ada@example.com", "role", "admin"))
                .mustBe(201);
        Api ada = world.agent("ada@example.com");
        ada.delete("/api/v1/agents/" + World.OLGA + "/second-factor").mustRefuse(403, "owner-needed");
        world.anna().delete("/api/v1/agents/" + cleo.email + "/second-factor").mustRefuse(403, "permission-missing");
        assertThat(ada.get("/api/v1/agents/" + cleo.email + "/security")
                        .mustBe(200)
                        .body()
                        .at("/totp")
                        .asBoolean())
                .isTrue();
        ada.delete("/api/v1/agents/" + cleo.email + "/second-factor").mustBe(204);
        world.browserOf(cleo.email).get("/api/v1/session").mustBe(200);
    }

    @Test
    void a_workspace_that_requires_a_second_factor_leads_to_its_set_up_at_the_next_sign_in() {
        World strict = worlds.fresh();
        Api before = strict.browserOf(World.ANNA);
        strict.anna()
                .patch("/api/v1/sign-in-rules", Map.of("second_factor_required", true))
                .mustRefuse(403, "permission-missing");
        strict.olga()
                .patch("/api/v1/sign-in-rules", Map.of("second_factor_required", true))
                .mustBe(200);
        before.get("/api/v1/session").mustBe(200);

        Api browser = strict.stranger().inBrowser();
        browser.post("/api/v1/session", credentials(World.ANNA)).mustRefuse(401, "second-factor-enrolment-needed");
        browser.post(STEP, Map.of("code", "123456")).mustRefuse(401, "sign-in-step-over");
        byte[] secret =
                fromBase32(browser.post(STEP + "/totp", Map.of()).mustBe(201).text("/secret"));
        browser.post(STEP + "/totp/confirmation", Map.of("code", "000000"))
                .mustRefuse(422, "invalid")
                .mustName("/code");
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        Api.Answer in = browser.post(STEP + "/totp/confirmation", Map.of("code", Totp.code(secret, Instant.now())))
                .mustBe(201);
        assertThat(texts(in, "/recovery_codes")).hasSize(10);
        browser.get("/api/v1/session").mustBe(200);
        strict.stranger()
                .inBrowser()
                .post("/api/v1/session", credentials(World.ANNA))
                .mustRefuse(401, "second-factor-needed");
    }

    @Test
    void a_stolen_database_tells_no_secret() {
        Secured cleo = secured(world, "stolen@example.com");
        List<byte[]> kept = JdbcClient.create(TestDatabase.owner())
                .sql("select secret from totp where workspace_id = ?")
                .param(world.workspace())
                .query(byte[].class)
                .list();
        assertThat(kept)
                .noneSatisfy(
                        secret -> assertThat(Objects.requireNonNull(secret)).containsSequence(cleo.secret));
        assertThat(stored("select facts::text from log where kind between 1010 and 1030"))
                .noneMatch(facts -> facts.contains(Totp.base32(cleo.secret)));
    }
}
