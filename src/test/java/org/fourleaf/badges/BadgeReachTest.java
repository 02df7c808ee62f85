package org.fourleaf.badges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.game.Bygone;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A badge may be of a department or a team, by some work only, with a prize and a picture of one's own. */
@InFourleaf
class BadgeReachTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String TRIED = "/api/v1/badges/backtest?from=" + DAY + "&to=" + DAY.plusDays(1);

    private final Worlds worlds;
    private final LogPump pump;
    private final BadgeDays days;
    private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

    BadgeReachTest(@Autowired Worlds worlds, @Autowired LogPump pump, @Autowired BadgeDays days) {
        this.worlds = worlds;
        this.pump = pump;
        this.days = days;
    }

    /** Anna (Support) wrote 2 in Support and 4 in Sales, Bram (Sales) 3 in Sales, Olga 9 in Support by chat, all with their tags. */
    private World busy() {
        World world = worlds.fresh();
        Bygone past = new Bygone(1, List.of());
        wrote(past, World.ANNA, 2, "Support", "email", "T-1");
        wrote(past, World.ANNA, 4, "Sales", "email", "T-2");
        wrote(past, World.BRAM, 3, "Sales", "email", "T-3");
        wrote(past, World.OLGA, 9, "Support", "chat", "T-4");
        for (String ticket : List.of("T-2", "T-3")) {
            past.add(
                    DAY.minusDays(1).atTime(8, 0).atZone(Bygone.VILNIUS).toInstant(),
                    "ticket.tagged",
                    World.OLGA,
                    "tag",
                    "printer");
            past.acts.getLast().fields().put("ticket", ticket);
        }
        Bygone.bring(world, pump, past.lines());
        return world;
    }

    private static void wrote(Bygone past, String agent, int many, String department, String channel, String ticket) {
        for (int i = 0; i < many; i++) {
            past.add(
                    DAY.minusDays(1).atTime(9, i).atZone(Bygone.VILNIUS).toInstant(),
                    "message.sent",
                    agent,
                    "length",
                    10 * many,
                    "answers",
                    "new",
                    "seconds",
                    60 * many,
                    "department",
                    department,
                    "channel",
                    channel);
            past.acts.getLast().fields().put("ticket", ticket);
        }
    }

    private static List<String> tried(World world, Map<String, Object> more) {
        Map<String, Object> wanted =
                new HashMap<>(Map.of("name", "Tried", "metric", "answers", "window", "day", "holders_max", 1));
        wanted.putAll(more);
        List<String> told = new ArrayList<>();
        JsonNode day = world.olga().post(TRIED, wanted).mustBe(200).body().at("/days/0");
        for (String part : List.of("/holders", "/runners_up")) {
            day.at(part)
                    .forEach(place -> told.add(place.at("/agent").asString() + " "
                            + place.at("/value").asDouble()));
        }
        return told;
    }

    @Test
    void only_members_compete_for_a_departments_badge_by_what_they_did_there_and_for_a_teams_by_all_they_did() {
        World world = busy();
        assertThat(tried(world, Map.of()))
                .containsExactly(World.OLGA + " 9.0", World.ANNA + " 6.0", World.BRAM + " 3.0");
        assertThat(tried(world, Map.of("scope", "team", "department", "Support")))
                .contains(World.ANNA + " 6.0")
                .doesNotContain(World.BRAM + " 3.0");
        assertThat(tried(world, Map.of("scope", "department", "department", "Support")))
                .contains(World.ANNA + " 2.0");
        assertThat(tried(world, Map.of("scope", "department", "department", "Sales")))
                .containsExactly(World.BRAM + " 3.0");
    }

    @Test
    void work_is_narrowed_by_department_channel_and_tag() {
        World world = busy();
        assertThat(tried(world, Map.of("filters", Map.of("department", List.of("Sales")))))
                .containsExactly(World.ANNA + " 4.0", World.BRAM + " 3.0");
        assertThat(tried(world, Map.of("filters", Map.of("department", "Sales"))))
                .hasSize(2);
        assertThat(tried(world, Map.of("filters", Map.of("channel", List.of("chat")))))
                .containsExactly(World.OLGA + " 9.0");
        assertThat(tried(world, Map.of("filters", Map.of("tag", "printer"))))
                .containsExactly(World.ANNA + " 4.0", World.BRAM + " 3.0");
        assertThat(tried(world, Map.of("metric", "longest_answer", "filters", Map.of("department", "Support"))))
                .containsExactly(World.OLGA + " 90.0", World.ANNA + " 20.0");
        assertThat(tried(
                        world,
                        Map.of(
                                "metric",
                                "first_answer_time",
                                "direction",
                                "least",
                                "filters",
                                Map.of("department", "Sales"))))
                .containsExactly(World.BRAM + " 180.0", World.ANNA + " 240.0");
        assertThat(tried(
                        world,
                        Map.of(
                                "metric",
                                "new_answer_avg_time",
                                "direction",
                                "least",
                                "filters",
                                Map.of("tag", "printer"))))
                .containsExactly(World.BRAM + " 180.0", World.ANNA + " 240.0");
    }

    @Test
    void what_no_figure_knows_is_refused_by_name() {
        World world = worlds.fresh();
        refused(world, Map.of("filters", Map.of("priority", List.of("high"))), "/filters/priority");
        refused(
                world,
                Map.of("metric", "online_time", "filters", Map.of("department", "Sales")),
                "/filters/department");
        refused(world, Map.of("metric", "longest_answer", "filters", Map.of("tag", "printer")), null);
        refused(world, Map.of("filters", Map.of("channel", List.of("pigeon"))), "/filters/channel");
        refused(world, Map.of("filters", Map.of("department", List.of("Moon"))), "/filters/department");
        refused(world, Map.of("scope", "team"), "/department");
        refused(world, Map.of("scope", "team", "department", "Moon"), "/department");
        refused(world, Map.of("metric", "online_time", "scope", "department", "department", "Sales"), "/scope");
        refused(
                world,
                Map.of("scope", "department", "department", "Sales", "filters", Map.of("department", "Support")),
                "/filters/department");
        world.olga()
                .post("/api/v1/badges", Map.of("name", "Rich", "coins", 10_001))
                .mustBe(400);
        world.olga()
                .post("/api/v1/badges", Map.of("name", "Poor", "points", -1))
                .mustBe(400);
        world.olga()
                .post("/api/v1/badges", Map.of("name", "Wide", "scope", "galaxy"))
                .mustBe(400);
    }

    private static void refused(
            World world, Map<String, Object> more, @org.jspecify.annotations.Nullable String pointer) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "Refused", "metric", "answers"));
        wanted.putAll(more);
        Api.Answer answer = world.olga().post("/api/v1/badges", wanted);
        assertThat(answer.status()).as("%s: %s", more, answer.string()).isIn(400, 422);
        if (pointer != null) {
            answer.mustName(pointer);
        }
    }

    @Test
    void a_badge_keeps_its_scope_filters_and_prize_and_tells_them_as_they_were_given() {
        World world = worlds.fresh();
        JsonNode made = world.olga()
                .post(
                        "/api/v1/badges",
                        Map.of(
                                "name",
                                "Sales star",
                                "metric",
                                "answers",
                                "scope",
                                "team",
                                "department",
                                "Sales",
                                "filters",
                                Map.of("channel", List.of("email", "chat")),
                                "points",
                                25,
                                "coins",
                                5))
                .mustBe(201)
                .body();
        assertThat(made.at("/scope").asString()).isEqualTo("team");
        assertThat(made.at("/department/name").asString()).isEqualTo("Sales");
        assertThat(made.at("/filters/channel").toString()).isEqualTo("[\"email\",\"chat\"]");
        assertThat(made.at("/points").asInt()).isEqualTo(25);
        assertThat(made.at("/coins").asInt()).isEqualTo(5);
        assertThat(made.at("/schedule").asString()).isEqualTo("daily");
        JsonNode changed = world.olga()
                .patch("/api/v1/badges/sales-star", Map.of("scope", "workspace", "coins", 0))
                .mustBe(200)
                .body();
        assertThat(changed.at("/department").isNull()).isTrue();
        assertThat(changed.at("/points").asInt()).isEqualTo(25);
        assertThat(changed.at("/filters/channel").size()).isEqualTo(2);
    }

    @Test
    void what_a_night_awards_says_its_points_and_coins_and_what_is_counted_is_counted_anew_with_the_figures() {
        World world = worlds.fresh();
        LocalDate today = LocalDate.now(Bygone.VILNIUS);
        Bygone past = new Bygone(2, List.of(World.ANNA, World.BRAM));
        past.fill(today.minusDays(9), today);
        past.add(today.minusDays(1).atTime(0, 1).atZone(Bygone.VILNIUS).toInstant(), "note.added", World.ANNA);
        Bygone.bring(world, pump, past.lines());
        world.olga()
                .post("/api/v1/badges", Map.of("name", "Scribe", "metric", "notes", "points", 25, "coins", 5))
                .mustBe(201);
        for (int i = 0; i < 10; i++) {
            Workspaces.call(world.workspace(), () -> days.step(Actor.clock(world.workspace()), today.plusDays(1)));
            Bygone.drained(world, pump);
        }
        assertThat(database.sql(
                                "select facts ->> 'points' || ' ' || (facts ->> 'coins') from log where workspace_id = ? and kind = 39 and facts ->> 'badge' = 'scribe'")
                        .param(world.workspace())
                        .query(String.class)
                        .list())
                .containsExactly("25 5");

        List<String> before = counted(world);
        assertThat(before).isNotEmpty();
        world.olga().post("/api/v1/figures/rebuild", Map.of()).mustBe(201);
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            pump.drain(world.workspace());
                            return world.olga().get("/api/v1/figures/rebuild").text("/state");
                        },
                        "done"::equals);
        assertThat(counted(world)).isEqualTo(before);
    }

    private List<String> counted(World world) {
        return database.sql("select a::text from act_day a where workspace_id = ? order by 1")
                .param(world.workspace())
                .query(String.class)
                .list();
    }

    @Test
    void a_picture_of_ones_own_is_cleaned_and_can_be_taken_away() throws Exception {
        World world = worlds.fresh();
        Api olga = world.olga();
        byte[] svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><script>x()</script><circle r='4'/></svg>"
                        .getBytes(StandardCharsets.UTF_8);
        Api.Answer put = olga.send("PUT", "/api/v1/badges/express/picture", svg, "image/svg+xml")
                .mustBe(200);
        String url = put.text("/picture_url");
        Api.Answer got = world.anna().get(url).mustBe(200);
        assertThat(got.string()).contains("<circle").doesNotContain("script");
        assertThat(got.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(got.header("Content-Security-Policy")).contains("sandbox");
        java.awt.image.BufferedImage image =
                new java.awt.image.BufferedImage(600, 300, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", png);
        String drawn = olga.send("PUT", "/api/v1/badges/express/picture", png.toByteArray(), "image/png")
                .mustBe(200)
                .text("/picture_url");
        assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(
                                world.anna().get(drawn).mustBe(200).bytes()))
                        .getWidth())
                .isEqualTo(256);
        olga.send("PUT", "/api/v1/badges/express/picture", "no".getBytes(StandardCharsets.UTF_8), "image/png")
                .mustRefuse(422, "not-a-picture");
        olga.send("PUT", "/api/v1/badges/express/picture", new byte[300 * 1024], "image/png")
                .mustRefuse(413, "too-large");
        world.anna()
                .send("PUT", "/api/v1/badges/express/picture", svg, "image/svg+xml")
                .mustRefuse(403, "permission-missing");
        olga.delete("/api/v1/badges/express/picture").mustBe(204);
        assertThat(olga.get("/api/v1/badges/express")
                        .mustBe(200)
                        .body()
                        .at("/picture_url")
                        .isNull())
                .isTrue();
        world.anna().get("/api/v1/badges/express/picture").mustRefuse(404, "not-found");
    }
}
