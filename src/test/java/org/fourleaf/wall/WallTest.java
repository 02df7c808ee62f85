package org.fourleaf.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.badges.BadgeAwarded;
import org.fourleaf.levels.LevelReached;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogPump;
import org.fourleaf.quests.QuestCompleted;
import org.fourleaf.quests.QuestUndone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is awarded stands on the wall and in the chats, once, and nobody is shamed there. */
@InFourleaf
class WallTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Worlds worlds;
    private final LogPump pump;
    private final Log log;
    private final TransactionOperations transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    WallTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired Log log,
            @Autowired TransactionOperations transaction) {
        this.worlds = worlds;
        this.pump = pump;
        this.log = log;
        this.transaction = transaction;
    }

    @Test
    void good_badges_and_levels_stand_there_newest_first_and_negative_ones_never() {
        World world = worlds.fresh();
        award(world, World.ANNA, "tagger", null);
        award(world, World.ANNA, "coffee", null);
        award(world, World.BRAM, "cleaner", true);
        happened(world, new LevelReached(world.agentId(World.BRAM), "newbie"));
        happened(world, new LevelReached(world.agentId(World.BRAM), "apprentice"));
        List<JsonNode> wall = wall(world.anna());
        assertThat(wall.stream().map(entry -> entry.at("/kind").asString())).containsExactly("level", "badge");
        assertThat(wall.getLast().at("/badge/id").asString()).isEqualTo("tagger");
        assertThat(wall.getLast().at("/agent/name").asString()).isEqualTo("Anna");
        JsonNode first = world.anna().get("/api/v1/wall?limit=1").mustBe(200).body();
        JsonNode second = world.anna()
                .get("/api/v1/wall?limit=1&cursor=" + first.at("/next").asString())
                .mustBe(200)
                .body();
        assertThat(second.at("/items/0/id")).isEqualTo(wall.getLast().at("/id"));
        assertThat(second.at("/next").isNull()).isTrue();
        world.olga()
                .patch("/api/v1/badges/tagger", Map.of("visibility", "holder_and_leads"))
                .mustBe(200);
        assertThat(wall(world.bram())).hasSize(1);
        world.anna().get("/api/v1/wall?kind=gossip").mustRefuse(400, "malformed");
    }

    @Test
    void levels_reached_at_once_are_told_of_together() {
        World world = worlds.fresh();
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> {
                    for (String level : List.of("newbie", "apprentice", "helper", "problem-solver")) {
                        log.write(Actor.clock(world.workspace()), new LevelReached(world.agentId(World.BRAM), level));
                    }
                }));
        pumped(world);
        List<JsonNode> wall = wall(world.anna());
        assertThat(wall).hasSize(1);
        assertThat(wall.getFirst().at("/level/id").asString()).isEqualTo("problem-solver");
        assertThat(wall.getFirst().at("/level/passed").size()).isEqualTo(2);
    }

    @Test
    void public_praise_stands_there_as_it_reads_now_and_goes_when_it_is_withdrawn() {
        World world = worlds.fresh();
        String note = world.olga()
                .post(
                        "/api/v1/coaching-notes",
                        Map.of("agent", World.ANNA, "kind", "praise", "text", "Well done", "public", true))
                .mustBe(201)
                .text("/id");
        world.olga()
                .post("/api/v1/coaching-notes", Map.of("agent", World.ANNA, "kind", "praise", "text", "Between us"))
                .mustBe(201);
        pumped(world);
        JsonNode entry = wall(world.bram()).getFirst();
        assertThat(wall(world.bram())).hasSize(1);
        assertThat(entry.at("/kind").asString()).isEqualTo("praise");
        assertThat(entry.at("/agent/name").asString()).isEqualTo("Anna");
        assertThat(entry.at("/by/name").asString()).isEqualTo("Olga Owner");
        assertThat(entry.at("/praise/text").asString()).isEqualTo("Well done");
        String id = entry.at("/id").asString();
        world.bram().put("/api/v1/wall/" + id + "/like", Map.of()).mustBe(200);
        world.bram()
                .post("/api/v1/wall/" + id + "/comments", Map.of("text", "Indeed"))
                .mustBe(201);
        world.olga()
                .patch("/api/v1/coaching-notes/" + note, Map.of("text", "Very well done"))
                .mustBe(200);
        assertThat(world.bram().get("/api/v1/wall/" + id).mustBe(200).text("/praise/text"))
                .isEqualTo("Very well done");
        world.olga().delete("/api/v1/coaching-notes/" + note).mustBe(204);
        assertThat(wall(world.bram())).isEmpty();
        pumped(world);
        world.bram().put("/api/v1/wall/" + id + "/like", Map.of()).mustRefuse(404, "not-found");
    }

    @Test
    void a_quest_that_is_undone_leaves_the_wall() {
        World world = worlds.fresh();
        UUID anna = world.agentId(World.ANNA);
        happened(world, new QuestCompleted(anna, "first-week", 0, 50, 25));
        happened(world, new QuestCompleted(world.agentId(World.BRAM), "first-week", 0, 50, 25));
        assertThat(wall(world.olga())).hasSize(2);
        happened(world, new QuestUndone(anna, null, "first-week", 0, -50, -25));
        assertThat(wall(world.olga()).stream()
                        .map(entry -> entry.at("/agent/name").asString()))
                .containsExactly("Bram");
    }

    @Test
    void colleagues_like_once_and_comment_and_leads_hide() {
        World world = worlds.fresh();
        award(world, World.ANNA, "tagger", null);
        String entry = "/api/v1/wall/" + wall(world.bram()).getFirst().at("/id").asString();
        world.anna().put(entry + "/like", Map.of()).mustRefuse(409, "own-praise");
        world.bram().put(entry + "/like", Map.of()).mustBe(200);
        JsonNode liked = world.bram().put(entry + "/like", Map.of()).mustBe(200).body();
        assertThat(liked.at("/likes").asInt()).isEqualTo(1);
        assertThat(liked.at("/likers/0/name").asString()).isEqualTo("Bram");
        assertThat(world.bram()
                        .delete(entry + "/like")
                        .mustBe(200)
                        .body()
                        .at("/likes")
                        .asInt())
                .isZero();

        String comment = entry + "/comments/"
                + world.bram()
                        .post(entry + "/comments", Map.of("text", "Bravo <b>!"))
                        .mustBe(201)
                        .text("/id");
        world.bram()
                .post(entry + "/comments", Map.of("text", " "))
                .mustRefuse(400, "malformed")
                .mustName("/text");
        world.bram()
                .post(entry + "/comments", Map.of("text", "x".repeat(1_001)))
                .mustBe(400)
                .mustName("/text");
        assertThat(world.anna().get(entry).mustBe(200).body().at("/comments").asInt())
                .isEqualTo(1);
        pumped(world);
        assertThat(world.anna().get("/api/v1/notifications").mustBe(200).string())
                .contains("wall_commented");
        world.anna().delete(comment).mustRefuse(403, "not-yours");
        world.anna().patch(comment, Map.of("hidden", true)).mustRefuse(403, "permission-missing");
        world.olga().patch(comment, Map.of("hidden", true)).mustBe(200);
        assertThat(world.anna().get(entry + "/comments").body().at("/items").size())
                .isZero();
        assertThat(world.bram()
                        .get(entry + "/comments")
                        .body()
                        .at("/items/0/hidden")
                        .asBoolean())
                .isTrue();
        world.bram().delete(comment).mustBe(204);
        assertThat(world.olga().get(entry + "/comments").body().at("/items").size())
                .isZero();
        world.olga().patch(entry, Map.of("hidden", true)).mustBe(200);
        world.anna().get(entry).mustRefuse(404, "not-found");
        assertThat(wall(world.olga())).hasSize(1);
        world.olga().patch(entry, Map.of()).mustBe(400);
    }

    @Test
    void who_left_public_boards_is_seen_by_leads_and_themselves_and_posted_nowhere() {
        World world = worlds.fresh();
        outlet(world, "slack", "/a/very/secret/address/of/a/channel");
        world.anna().put("/api/v1/leaderboards/mine", Map.of("shown", false)).mustBe(200);
        award(world, World.ANNA, "tagger", null);
        award(world, World.BRAM, "rewarded", null);
        assertThat(wall(world.bram())).hasSize(1);
        assertThat(wall(world.anna())).hasSize(2);
        assertThat(wall(world.olga())).hasSize(2);
        assertThat(posts(world)).singleElement(InstanceOfAssertFactories.STRING).contains("Bram");
    }

    @Test
    void a_chat_is_told_once_in_its_own_way_and_its_address_is_never_shown() {
        World world = worlds.fresh();
        String secret = "/services/T000/B000/XXXXsecretXXXXsecretXXXX";
        String slack = outlet(world, "slack", secret);
        String teams = outlet(world, "teams", "/workflows/0123456789abcdef0123456789abcdef");
        world.olga()
                .patch("/api/v1/agents/" + World.ANNA, Map.of("name", "Anna <!channel> *star*"))
                .mustBe(200);
        award(world, World.ANNA, "tagger", null);
        List<String> posts = posts(world);
        assertThat(posts).hasSize(2);
        JsonMapper json = JsonMapper.shared();
        assertThat(posts)
                .anySatisfy(post -> assertThat(json.readTree(post).at("/text").asString())
                        .contains("Anna &lt;!channel&gt; *star*"));
        assertThat(posts).anySatisfy(post -> {
            JsonNode card = json.readTree(post).at("/attachments/0");
            assertThat(card.at("/contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(card.at("/content/body/0/text").asString()).contains("Anna <!channel> \\*star\\*");
        });
        world.olga().post("/api/v1/wall-outlets/" + slack + "/test", Map.of()).mustBe(202);
        Api olga = world.olga();
        // The tests' desk calls nobody inside, so that it is known to be as careful here as anywhere.
        String calls = await().atMost(WITHIN)
                .until(
                        () -> olga.get("/api/v1/wall-outlets/" + slack + "/posts")
                                .mustBe(200)
                                .string(),
                        told -> told.contains("address of our own networks"));
        assertThat(calls).contains("wall.test", "wall.entry").doesNotContain("secret");
        assertThat(olga.get("/api/v1/wall-outlets").mustBe(200).string()).doesNotContain("secret");
        assertThat(olga.get("/api/v1/webhooks").mustBe(200).body().at("/items").size())
                .isZero();
        assertThat(owner.sql("select count(*) from log where workspace_id = :w and facts::text like '%secret%'")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
        world.anna().get("/api/v1/wall-outlets").mustRefuse(403, "permission-missing");
        olga.patch("/api/v1/wall-outlets/" + teams, Map.of("active", false)).mustBe(200);
        olga.post("/api/v1/wall-outlets/" + teams + "/test", Map.of()).mustRefuse(409, "webhook-off");
        olga.delete("/api/v1/wall-outlets/" + teams).mustBe(204);
        olga.post("/api/v1/wall-outlets", Map.of("name", "x", "flavour", "slack", "url", "ftp://example.com/x"))
                .mustRefuse(422, "invalid")
                .mustName("/url");
        olga.post("/api/v1/wall-outlets", Map.of("name", "x", "flavour", "irc", "url", "https://example.com/x"))
                .mustBe(400);
        olga.post(
                        "/api/v1/wall-outlets",
                        Map.of("name", "x", "flavour", "slack", "url", "https://example.com/x", "kinds", List.of()))
                .mustBe(400);
    }

    private String outlet(World world, String flavour, String path) {
        return world.olga()
                .post(
                        "/api/v1/wall-outlets",
                        Map.of(
                                "name",
                                "Team " + flavour,
                                "flavour",
                                flavour,
                                "url",
                                "http://localhost:9" + path,
                                "language",
                                "en"))
                .mustBe(201)
                .text("/id");
    }

    private List<String> posts(World world) {
        return owner.sql(
                        "select body from webhook_delivery where workspace_id = :w and type = 'wall.entry' order by id")
                .param("w", world.workspace())
                .query(String.class)
                .list();
    }

    private void award(World world, String agent, String badge, @Nullable Boolean quiet) {
        happened(world, new BadgeAwarded(world.agentId(agent), badge, "2026-03-09", 1, null, quiet, null, null));
    }

    private void happened(World world, Fact fact) {
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> log.write(Actor.clock(world.workspace()), fact)));
        pumped(world);
    }

    private static List<JsonNode> wall(Api agent) {
        return agent.get("/api/v1/wall")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private void pumped(World world) {
        await().atMost(WITHIN).until(() -> {
            pump.drain(world.workspace());
            return owner.sql(
                                    "select count(*) from workspaces_with_unread_log(array['wall', 'notifications']) as w where w = :w")
                            .param("w", world.workspace())
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }
}
