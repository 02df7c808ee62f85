package org.fourleaf.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A link opens one screen, shows what was chosen for it, and opens nothing once it is taken back. */
@InFourleaf
class ScreenTest {

    private final Worlds worlds;
    private final LogPump pump;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    ScreenTest(@Autowired Worlds worlds, @Autowired LogPump pump) {
        this.worlds = worlds;
        this.pump = pump;
    }

    @Test
    void a_link_is_traded_for_a_cookie_that_opens_nothing_else_until_it_is_taken_back() {
        World world = worlds.fresh();
        Api.Answer made = world.olga()
                .post("/api/v1/screens", Map.of("name", "Kitchen", "shows", List.of("queues", "leaders")))
                .mustBe(201);
        String secret = secret(made.text("/link"));
        String id = made.text("/id");
        Api television = world.stranger().inBrowser();
        television.get("/api/v1/screen").mustRefuse(401, "screen-closed");
        television.post("/api/v1/screen/session", Map.of("secret", "wrong")).mustRefuse(401, "screen-closed");
        television.post("/api/v1/screen/session", Map.of("secret", secret)).mustBe(204);
        JsonNode shown = television.get("/api/v1/screen").mustBe(200).body();
        assertThat(shown.at("/name").asString()).isEqualTo("Kitchen");
        assertThat(shown.at("/departments").size()).isEqualTo(2);
        assertThat(shown.has("contests")).isFalse();
        assertThat(shown.has("wall")).isFalse();
        television.get("/api/v1/tickets").mustBe(401);
        television.get("/api/v1/screens").mustBe(401);

        assertThat(world.olga().get("/api/v1/screens").mustBe(200).string()).doesNotContain(secret);
        assertThat(world.olga()
                        .get("/api/v1/screens/" + id)
                        .body()
                        .at("/seen_at")
                        .isNull())
                .isFalse();
        for (String table : List.of("screen", "screen_session", "log")) {
            assertThat(owner.sql("select count(*) from " + table
                                    + " t where workspace_id = :w and t::text like :secret")
                            .param("w", world.workspace())
                            .param("secret", "%" + secret + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        String renewed = world.olga()
                .post("/api/v1/screens/" + id + "/link", Map.of())
                .mustBe(201)
                .text("/link");
        assertThat(renewed).doesNotContain(secret);
        television.get("/api/v1/screen").mustRefuse(401, "screen-closed");
        television.post("/api/v1/screen/session", Map.of("secret", secret)).mustRefuse(401, "screen-closed");
        television
                .post("/api/v1/screen/session", Map.of("secret", secret(renewed)))
                .mustBe(204);
        World other = worlds.fresh();
        other.stranger()
                .inBrowser()
                .post("/api/v1/screen/session", Map.of("secret", secret(renewed)))
                .mustRefuse(401, "screen-closed");
        world.olga().delete("/api/v1/screens/" + id).mustBe(204);
        television.get("/api/v1/screen").mustRefuse(401, "screen-closed");
    }

    @Test
    void it_is_about_its_departments_and_shows_nobody_who_left_public_boards() {
        World world = worlds.fresh();
        String link = world.olga()
                .post(
                        "/api/v1/screens",
                        Map.of(
                                "name",
                                "Support",
                                "metric",
                                "notes",
                                "departments",
                                List.of(world.department("Support"))))
                .mustBe(201)
                .text("/link");
        world.olga()
                .post("/api/v1/contests", Map.of("name", "Autumn", "metric", "notes"))
                .mustBe(201);
        note(world.anna());
        note(world.bram());
        pump.drain(world.workspace());
        Api television = world.stranger().inBrowser();
        television
                .post("/api/v1/screen/session", Map.of("secret", secret(link)))
                .mustBe(204);
        JsonNode shown = org.awaitility.Awaitility.await()
                .until(
                        () -> {
                            pump.drain(world.workspace());
                            return television.get("/api/v1/screen").mustBe(200).body();
                        },
                        body -> body.at("/leaders/items").size() == 1
                                && body.at("/contests/0/places").size() == 2);
        assertThat(shown.at("/departments").size()).isEqualTo(1);
        assertThat(shown.at("/leaders/items/0/agent/name").asString()).isEqualTo("Anna");
        world.anna().put("/api/v1/leaderboards/mine", Map.of("shown", false)).mustBe(200);
        JsonNode without = television.get("/api/v1/screen").body();
        assertThat(without.at("/leaders/items").size()).isZero();
        assertThat(without.toString()).doesNotContain("Anna");
        assertThat(without.toString()).contains("Bram");
    }

    @Test
    void only_who_manages_the_workspace_makes_screens_and_nonsense_is_refused() {
        World world = worlds.fresh();
        Api olga = world.olga();
        world.anna().post("/api/v1/screens", Map.of("name", "x")).mustRefuse(403, "permission-missing");
        world.anna().get("/api/v1/screens").mustRefuse(403, "permission-missing");
        olga.post("/api/v1/screens", Map.of("name", " ")).mustBe(400).mustName("/name");
        olga.post("/api/v1/screens", Map.of("name", "x", "shows", List.of()))
                .mustRefuse(422, "invalid")
                .mustName("/shows");
        olga.post("/api/v1/screens", Map.of("name", "x", "shows", List.of("salaries")))
                .mustBe(400);
        olga.post("/api/v1/screens", Map.of("name", "x", "metric", "beauty"))
                .mustRefuse(422, "invalid")
                .mustName("/metric");
        olga.post("/api/v1/screens", Map.of("name", "x", "language", "xx"))
                .mustRefuse(422, "invalid")
                .mustName("/language");
        olga.post("/api/v1/screens", Map.of("name", "x", "departments", List.of(UUID.randomUUID())))
                .mustRefuse(422, "invalid")
                .mustName("/departments");
        world.stranger()
                .inBrowser()
                .post("/api/v1/screen/session", Map.of())
                .mustBe(400)
                .mustName("/secret");
        world.stranger()
                .inBrowser()
                .post("/api/v1/screen/session", Map.of("secret", "x".repeat(101)))
                .mustBe(400);
    }

    private static String secret(String link) {
        return link.substring(link.indexOf('#') + 1);
    }

    private static void note(Api agent) {
        String code = agent.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
        agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note"))
                .mustBe(201);
    }
}
