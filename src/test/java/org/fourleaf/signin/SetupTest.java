package org.fourleaf.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.Fourleaf;
import org.fourleaf.Together;
import org.fourleaf.Worlds;
import org.fourleaf.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The first start on an empty data folder, by hand and without. */
class SetupTest {

    private static final String TOKEN = "an-operators-own-token-of-enough-length";

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext start(Map<String, String> variables) {
        List<String> arguments = new ArrayList<>(List.of(
                "--fourleaf.own-database=true",
                "--fourleaf.data=" + folder.resolve("data"),
                "--fourleaf.smtp-port=0",
                "--server.port=0"));
        variables.forEach((name, value) -> arguments.add("--fourleaf." + name + "=" + value));
        return new SpringApplicationBuilder(Fourleaf.class).run(arguments.toArray(String[]::new));
    }

    @Test
    void the_first_visitor_with_the_code_sets_fourleaf_up_once() throws Exception {
        try (ConfigurableApplicationContext context = start(Map.of())) {
            Api stranger = Worlds.stranger(context);
            assertThat(stranger.get("/api/v1/setup")
                            .mustBe(200)
                            .body()
                            .at("/needed")
                            .asBoolean())
                    .isTrue();
            stranger.inBrowser()
                    .post("/api/v1/session", Map.of("email", "a@b.example", "password", "whatever it is"))
                    .mustRefuse(409, "not-set-up");
            stranger.inBrowser().post("/api/v1/setup", choices("WRONG-CODES")).mustRefuse(403, "wrong-setup-code");

            Map<String, Object> choices =
                    choices(context.getBean(SetupCode.class).shown());
            List<Integer> answers = Together.call(
                    4, () -> stranger.inBrowser().post("/api/v1/setup", choices).status());
            assertThat(answers).containsOnlyOnce(201).contains(409);
            assertThat(stranger.get("/api/v1/setup").mustBe(200).text("/workspace_name"))
                    .isEqualTo("Acme");

            Api owner = stranger.inBrowser();
            Api.Answer in = owner.post("/api/v1/session", Map.of("email", "mia@example.com", "password", "long enough"))
                    .mustBe(201);
            assertThat(in.text("/agent/role")).isEqualTo("owner");
            assertThat(in.text("/workspace/time_zone")).isEqualTo("Europe/Athens");
            assertThat(owner.get("/api/v1/departments").text("/items/0/name")).isEqualTo("Help");
            assertThat(owner.get("/api/v1/roles").body().at("/items"))
                    .extracting(role -> role.at("/name").asString())
                    .containsExactlyInAnyOrder("owner", "admin", "lead", "agent");
        }
    }

    @Test
    void an_unattended_start_is_ready_with_owner_and_token_and_ignores_the_variables_ever_after() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "owner-email", "Olga@Example.com",
                "owner-password", "long enough",
                "owner-token", TOKEN,
                "workspace-name", "Acme",
                "time-zone", "Europe/Vilnius"));
        try (ConfigurableApplicationContext context = start(variables)) {
            Api olga = Worlds.stranger(context).withToken(TOKEN);
            assertThat(olga.get("/api/v1/me").mustBe(200).text("/agent/email")).isEqualTo("olga@example.com");
            assertThat(olga.get("/api/v1/departments").text("/items/0/name")).isEqualTo("Support");
            Worlds.stranger(context)
                    .inBrowser()
                    .post("/api/v1/session", Map.of("email", "olga@example.com", "password", "long enough"))
                    .mustBe(201);
        }
        variables.put("owner-email", "other@example.com");
        variables.put("owner-token", TOKEN + "-changed");
        try (ConfigurableApplicationContext context = start(variables)) {
            Worlds.stranger(context).withToken(TOKEN).get("/api/v1/me").mustBe(200);
            Worlds.stranger(context)
                    .withToken(TOKEN + "-changed")
                    .get("/api/v1/me")
                    .mustRefuse(401, "wrong-token");
        }
    }

    @Test
    void an_unattended_start_with_a_short_token_says_so_and_does_not_start() {
        assertThatThrownBy(() -> start(Map.of("owner-email", "olga@example.com", "owner-token", "short")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("FOURLEAF_OWNER_TOKEN");
    }

    private static Map<String, Object> choices(String code) {
        return Map.of(
                "code", code,
                "workspace_name", "Acme",
                "time_zone", "Europe/Athens",
                "language", "el",
                "owner", Map.of("name", "Mia", "email", "mia@example.com", "password", "long enough"),
                "department", "Help",
                "demo", false);
    }
}
