package org.fourleaf.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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
        JsonNode shown = Awaitility.await()
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
        JsonNode without = Awaitility.await()
                .until(
                        () -> television.get("/api/v1/screen").mustBe(200).body(),
                        body -> body.at("/leaders/items").isEmpty());
        assertThat(without.toString()).doesNotContain("Anna");
        assertThat(without.toString()).contains("Bram");
    }

    @Test
    void a_television_that_waits_is_answered_when_something_changes_and_told_when_nothing_does() throws Exception {
        World world = worlds.fresh();
        Api television = television(world, Map.of("name", "Hall", "shows", List.of("queues")));
        Api.Answer first = television.get("/api/v1/screen").mustBe(200);
        String tag = tag(first);
        Api.Answer same =
                television.with("If-None-Match", tag).get("/api/v1/screen").mustBe(304);
        assertThat(same.bytes()).isEmpty();
        assertThat(tag(same)).isEqualTo(tag);
        television.with("If-None-Match", "W/" + tag).get("/api/v1/screen").mustBe(304);
        television.with("If-None-Match", tag).get("/api/v1/screen?wait=1").mustBe(304);
        television.get("/api/v1/screen?wait=21").mustBe(400).mustName("wait");

        CompletableFuture<Api.Answer> waiting = ask(television, tag);
        note(world.anna());
        Api.Answer changed = waiting.get(2, TimeUnit.MINUTES).mustBe(200);
        assertThat(tag(changed)).isNotEqualTo(tag);
        assertThat(changed.body()
                        .at("/departments")
                        .valueStream()
                        .mapToLong(
                                row -> row.at("/new").asLong() + row.at("/open").asLong())
                        .sum())
                .isPositive();
    }

    @Test
    void televisions_that_look_at_the_same_screen_share_one_reckoning() throws Exception {
        World world = worlds.fresh();
        String link = link(world, Map.of("name", "Hall", "shows", List.of("queues")));
        Api one = opened(world, link);
        Api other = opened(world, link);
        String tag = tag(one.get("/api/v1/screen").mustBe(200));
        List<CompletableFuture<Api.Answer>> waiting = List.of(ask(one, tag), ask(other, tag));
        note(world.anna());
        List<String> moments = new ArrayList<>();
        for (CompletableFuture<Api.Answer> each : waiting) {
            moments.add(each.get(2, TimeUnit.MINUTES).mustBe(200).text("/at"));
        }
        assertThat(moments.getFirst()).isEqualTo(moments.getLast());
    }

    @Test
    void a_television_that_waits_is_shut_out_when_its_link_is_renewed() throws Exception {
        World world = worlds.fresh();
        Api.Answer made = world.olga()
                .post("/api/v1/screens", Map.of("name", "Hall", "shows", List.of("queues")))
                .mustBe(201);
        Api television = opened(world, made.text("/link"));
        String tag = tag(television.get("/api/v1/screen").mustBe(200));
        CompletableFuture<Api.Answer> waiting = ask(television, tag);
        world.olga()
                .post("/api/v1/screens/" + made.text("/id") + "/link", Map.of())
                .mustBe(201);
        waiting.get(2, TimeUnit.MINUTES).mustRefuse(401, "screen-closed");
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

    private static String link(World world, Map<String, Object> screen) {
        return world.olga().post("/api/v1/screens", screen).mustBe(201).text("/link");
    }

    private static Api opened(World world, String link) {
        Api television = world.stranger().inBrowser();
        television
                .post("/api/v1/screen/session", Map.of("secret", secret(link)))
                .mustBe(204);
        return television;
    }

    private static Api television(World world, Map<String, Object> screen) {
        return opened(world, link(world, screen));
    }

    private static CompletableFuture<Api.Answer> ask(Api television, String tag) {
        return CompletableFuture.supplyAsync(
                () -> television.with("If-None-Match", tag).get("/api/v1/screen?wait=20"));
    }

    private static String tag(Api.Answer answer) {
        return Objects.requireNonNull(answer.header("ETag"));
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
