package org.fourleaf.quests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Readers;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogPump;
import org.fourleaf.platform.log.LogRereading;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Quests are done by working: each step counts once it is taken, and what is completed is worth points and coins. */
@InFourleaf
class QuestTest {

    private final Worlds worlds;
    private final LogPump pump;
    private final LogRereading rereading;
    private final TransactionTemplate transaction;
    private final QuestMeasuring measuring;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    QuestTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired LogRereading rereading,
            @Autowired TransactionTemplate transaction,
            @Autowired QuestMeasuring measuring) {
        this.worlds = worlds;
        this.pump = pump;
        this.rereading = rereading;
        this.transaction = transaction;
        this.measuring = measuring;
    }

    @Test
    void a_new_agent_goes_through_the_first_week_by_working() {
        World world = worlds.fresh();
        Api anna = world.anna();
        assertThat(quest(anna, "first-week").at("/steps").size()).isEqualTo(8);
        String code = ticket(anna, "Support");
        String canned = anna.get("/api/v1/canned-messages").mustBe(200).text("/items/0/id");
        anna.post("/api/v1/canned-messages/" + canned + "/use", Map.of("ticket", code))
                .mustBe(200);
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Unplug it."))
                .mustBe(201);
        anna.patch("/api/v1/tickets/" + code, Map.of("tags", List.of("printer")))
                .mustBe(200);
        anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "To myself"))
                .mustBe(201);
        read(world);
        assertThat(done(quest(anna, "first-week"))).isEqualTo(3);
        assertThat(quest(world.bram(), "first-week").at("/steps/0/done").asInt())
                .isZero();

        String olga = world.agentId(World.OLGA).toString();
        anna.post(
                        "/api/v1/tickets/" + code + "/messages",
                        Map.of("type", "note", "html", "<p><span data-mention=\"" + olga + "\">@Olga</span> look</p>"))
                .mustBe(201);
        anna.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        anna.post("/api/v1/views", Map.of("name", "Mine", "condition", Map.of("all", List.of())))
                .mustBe(201);
        anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thanks"))
                .mustBe(201);
        ticket(world.olga(), "Support");
        anna.put("/api/v1/agents/" + world.agentId(World.ANNA) + "/presence", Map.of("state", "online"))
                .mustBe(200);
        anna.post("/api/v1/to-solve", Map.of()).mustBe(200);
        read(world);
        JsonNode all = quest(anna, "first-week");
        assertThat(done(all)).as("%s", all).isEqualTo(8);
        assertThat(all.at("/completed_at").isNull()).isFalse();
        assertThat(all.at("/times").asInt()).isEqualTo(1);
        JsonNode coins = anna.get("/api/v1/coins").mustBe(200).body();
        assertThat(coins.at("/balance").asInt()).isEqualTo(25);
        assertThat(coins.at("/items/0/about").asString()).isEqualTo("first-week");
        again(world, "quests");
        again(world, "coins");
        read(world);
        assertThat(quest(anna, "first-week").at("/times").asInt()).isEqualTo(1);
        assertThat(anna.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt())
                .isEqualTo(25);
        assertThat(anna.get("/api/v1/points").mustBe(200).body().at("/items").valueStream())
                .anyMatch(entry -> entry.at("/rule").asString().equals("quest")
                        && entry.at("/points").asInt() == 50);
        assertThat(anna.get("/api/v1/notifications")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream())
                .anyMatch(notice -> notice.at("/kind").asString().equals("quest_completed")
                        && notice.at("/prize/name").asString().equals("First week"));
    }

    @Test
    void a_step_counts_only_what_it_asks_for_and_whom_the_quest_is_for() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Api anna = world.anna();
        String id = olga.post(
                        "/api/v1/quests",
                        Map.of(
                                "name",
                                "Two resolved in Support",
                                "repeats",
                                "daily",
                                "points",
                                7,
                                "coins",
                                3,
                                "departments",
                                List.of("Support"),
                                "steps",
                                List.of(Map.of(
                                        "activity", "ticket.resolved",
                                        "count", 2,
                                        "department", "Support",
                                        "channel", "api"))))
                .mustBe(201)
                .text("/id");
        assertThat(id).isEqualTo("two-resolved-in-support");
        assertThat(world.bram().get("/api/v1/quests/" + id).status()).isEqualTo(404);
        for (int i = 0; i < 3; i++) {
            anna.patch("/api/v1/tickets/" + ticket(anna, "Support"), Map.of("status", "resolved"))
                    .mustBe(200);
            read(world);
            assertThat(quest(anna, id).at("/steps/0/done").asInt()).isEqualTo(Math.min(2, i + 1));
        }
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(anna.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt())
                .isEqualTo(3);
        world.bram().get("/api/v1/quests?agent=" + World.ANNA).mustRefuse(404, "not-found");
        assertThat(olga.get("/api/v1/quests?agent=" + World.ANNA)
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream())
                .anyMatch(quest -> quest.at("/id").asString().equals(id)
                        && quest.at("/times").asInt() == 1);

        olga.patch("/api/v1/quests/" + id, Map.of("active", false)).mustBe(200);
        assertThat(anna.get("/api/v1/quests/" + id)
                        .mustBe(200)
                        .body()
                        .at("/open")
                        .asBoolean())
                .isFalse();
        olga.delete("/api/v1/quests/" + id).mustBe(204);
        anna.get("/api/v1/quests/" + id).mustRefuse(404, "not-found");
        olga.delete("/api/v1/quests/first-week").mustRefuse(409, "quest-shipped");
        olga.patch("/api/v1/quests/first-week", Map.of("active", false)).mustBe(200);
        anna.get("/api/v1/quests/first-week").mustRefuse(404, "not-found");
    }

    @Test
    void what_is_imported_counts_for_nothing_and_less_to_do_finishes_who_did_that_much() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Api anna = world.anna();
        String id = olga.post(
                        "/api/v1/quests",
                        Map.of(
                                "name",
                                "Απαντήσεις",
                                "coins",
                                3,
                                "steps",
                                List.of(Map.of("id", "a", "activity", "message.sent", "count", 5))))
                .mustBe(201)
                .text("/id");
        assertThat(id).isEqualTo("quest");
        String line = "{\"at\":\"" + java.time.Instant.now() + "\",\"kind\":\"message.sent\",\"agent\":\"" + World.ANNA
                + "\",\"ticket\":\"T-1\",\"external_id\":\"E-1\",\"length\":10}";
        olga.send("POST", "/api/v1/imports/activities", line.getBytes(StandardCharsets.UTF_8), "application/x-ndjson")
                .mustBe(202);
        String code = ticket(anna, "Support");
        for (int i = 0; i < 2; i++) {
            anna.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Hello " + i))
                    .mustBe(201);
        }
        read(world);
        assertThat(quest(anna, id).at("/steps/0/done").asInt()).isEqualTo(2);
        olga.patch(
                        "/api/v1/quests/" + id,
                        Map.of("steps", List.of(Map.of("id", "a", "activity", "message.sent", "count", 2))))
                .mustBe(200);
        read(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(anna.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt())
                .isEqualTo(3);
    }

    @Test
    void the_log_read_again_counts_no_step_twice() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String id = made(world, Map.of("activity", "message.sent", "count", 5));
        reply(anna, ticket(anna, "Support"));
        reply(anna, ticket(anna, "Support"));
        read(world);
        again(world, "quests");
        read(world);
        assertThat(quest(anna, id).at("/steps/0/done").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_reopened_takes_the_step_back_and_the_reward_of_who_was_through() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String id = made(world, Map.of("activity", "ticket.resolved", "count", 2));
        String first = ticket(anna, "Support");
        String second = ticket(anna, "Support");
        resolve(anna, first);
        resolve(anna, second);
        read(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(balance(anna)).isEqualTo(10);

        anna.patch("/api/v1/tickets/" + second, Map.of("status", "open")).mustBe(200);
        read(world);
        JsonNode undone = quest(anna, id);
        assertThat(undone.at("/steps/0/done").asInt()).isEqualTo(1);
        assertThat(undone.at("/times").asInt()).isZero();
        assertThat(undone.at("/completed_at").isNull()).isTrue();
        assertThat(balance(anna)).isZero();
        JsonNode points = anna.get("/api/v1/points").mustBe(200).body().at("/items");
        assertThat(points.valueStream())
                .anyMatch(entry -> entry.at("/rule").asString().equals("quest")
                        && entry.at("/points").asInt() == -20);

        assertThat(anna.get("/api/v1/notifications")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream())
                .anyMatch(notice -> notice.at("/kind").asString().equals("quest_undone")
                        && notice.at("/prize/name").asString().equals("Work"));
        again(world, "quests");
        again(world, "coins");
        read(world);
        assertThat(quest(anna, id).at("/times").asInt()).isZero();
        assertThat(balance(anna)).isZero();

        resolve(anna, second);
        read(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(balance(anna)).isEqualTo(10);
    }

    @Test
    void what_was_done_beyond_a_goal_stands_in_for_what_is_taken_back() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String id = made(world, Map.of("activity", "ticket.resolved", "count", 1));
        String first = ticket(anna, "Support");
        resolve(anna, first);
        resolve(anna, ticket(anna, "Support"));
        read(world);
        anna.patch("/api/v1/tickets/" + first, Map.of("status", "spam")).mustBe(200);
        read(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(balance(anna)).isEqualTo(10);
    }

    @Test
    void a_rating_that_is_invalidated_takes_back_that_one_and_no_other() {
        World world = worlds.fresh();
        String id = made(world, Map.of("activity", "rating.given", "rating", "reward", "count", 2));
        UUID ticket = UUID.randomUUID();
        Instant now = Instant.now();
        long first = happened(world, ActivityKind.RATING_GIVEN, ticket, now, "{\"rating\": \"reward\"}");
        happened(world, ActivityKind.RATING_GIVEN, ticket, now, "{\"rating\": \"reward\"}");
        happened(world, ActivityKind.RATING_GIVEN, ticket, now, "{\"rating\": \"rebuke\"}");
        read(world);
        assertThat(quest(world.anna(), id).at("/times").asInt()).isEqualTo(1);
        happened(
                world,
                ActivityKind.RATING_INVALIDATED,
                ticket,
                now,
                "{\"rating\": \"reward\", \"given\": \"" + world.workspace() + ":" + first + "\"}");
        read(world);
        assertThat(quest(world.anna(), id).at("/times").asInt()).isZero();
        assertThat(quest(world.anna(), id).at("/steps/0/done").asInt()).isEqualTo(1);
    }

    @Test
    void what_was_resolved_longer_ago_than_the_window_stands_when_it_is_reopened() {
        World world = worlds.fresh();
        String id = made(world, Map.of("activity", "ticket.resolved", "count", 1));
        owner.sql("update quest set since = null where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        UUID ticket = UUID.randomUUID();
        Instant now = Instant.now();
        happened(world, ActivityKind.TICKET_RESOLVED, ticket, now.minus(Duration.ofDays(8)), "{}");
        happened(world, ActivityKind.TICKET_REOPENED, ticket, now, "{}");
        read(world);
        assertThat(quest(world.anna(), id).at("/times").asInt()).isEqualTo(1);
        happened(world, ActivityKind.TICKET_MERGED, ticket, now, "{}");
        read(world);
        assertThat(quest(world.anna(), id).at("/times").asInt()).isZero();
    }

    @Test
    void coins_that_are_spent_already_stay_spent() {
        World world = worlds.fresh();
        Api anna = world.anna();
        made(world, Map.of("activity", "kudos.given", "count", 1));
        String kudos = anna.post("/api/v1/kudos", Map.of("to", World.BRAM, "message", "Thanks"))
                .mustBe(201)
                .text("/id");
        read(world);
        assertThat(balance(anna)).isEqualTo(10);
        String cup = world.olga()
                .post("/api/v1/shop", Map.of("name", "Cup", "cost", 7))
                .mustBe(201)
                .text("/id");
        anna.post("/api/v1/shop-orders", Map.of("item", cup)).mustBe(201);
        anna.delete("/api/v1/kudos/" + kudos).mustBe(204);
        JsonNode wallet = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> walletRead(world), told -> told.at("/balance").asInt() == 0);
        assertThat(wallet.at("/items").valueStream())
                .anyMatch(entry -> entry.at("/activity").asString().equals("quest.undone")
                        && entry.at("/coins").asInt() == -3);
    }

    @Test
    void a_hundred_quests_may_have_one_name() {
        World world = worlds.fresh();
        String last = "";
        for (int i = 0; i < Quest.QUESTS_MAX - 1; i++) {
            last = made(world, Map.of("activity", "message.sent"));
        }
        assertThat(last).isEqualTo("work-" + (Quest.QUESTS_MAX - 1));
        world.olga()
                .post("/api/v1/quests", Map.of("name", "Work", "steps", List.of(Map.of("activity", "message.sent"))))
                .mustRefuse(409, "too-many");
        world.olga().delete("/api/v1/quests/" + last).mustBe(204);
        assertThat(made(world, Map.of("activity", "message.sent"))).isEqualTo("work-" + Quest.QUESTS_MAX);
    }

    @Test
    void a_figure_may_be_a_step_and_completes_it_once_it_is_reached() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String id = made(
                world,
                List.of(
                        Map.of("measure", Map.of("metric", "notes", "op", ">=", "value", 2, "window", "week")),
                        Map.of("activity", "ticket.resolved", "count", 1)));
        String code = ticket(anna, "Support");
        note(anna, code);
        counted(world);
        assertThat(quest(anna, id).at("/steps/0/measure/now").asDouble()).isEqualTo(1);
        assertThat(quest(anna, id).at("/steps/0/done").asInt()).isZero();
        note(anna, code);
        counted(world);
        measuring(world);
        JsonNode met = quest(anna, id);
        assertThat(met.at("/steps/0/done").asInt()).isEqualTo(1);
        assertThat(met.at("/times").asInt()).isZero();
        resolve(anna, code);
        counted(world);
        measuring(world);
        measuring(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(quest(world.bram(), id).at("/times").asInt()).isZero();
        read(world);
        assertThat(balance(anna)).isEqualTo(10);
    }

    @Test
    void a_figure_of_too_few_activities_and_of_days_before_the_quest_is_not_reached() {
        World world = worlds.fresh();
        Api anna = world.anna();
        String code = ticket(anna, "Support");
        note(anna, code);
        Map<String, Object> little =
                Map.of("metric", "notes", "op", "<=", "value", 5, "window", "7_days", "minimum_sample", 2);
        String id = made(world, Map.of("measure", little));
        String later = world.olga()
                .post(
                        "/api/v1/quests",
                        Map.of(
                                "name",
                                "Tomorrow",
                                "from",
                                java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                        .plusDays(3)
                                        .toString(),
                                "steps",
                                List.of(Map.of("measure", little))))
                .mustBe(201)
                .text("/id");
        counted(world);
        measuring(world);
        assertThat(quest(anna, id).at("/times").asInt()).isZero();
        note(anna, code);
        counted(world);
        measuring(world);
        assertThat(quest(anna, id).at("/times").asInt()).isEqualTo(1);
        assertThat(quest(world.olga(), later).at("/steps/0/measure/now").isMissingNode())
                .isTrue();
    }

    @Test
    void a_quest_that_fits_nothing_is_refused_with_the_place_of_what_is_wrong() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Map<String, Object> step = Map.of("activity", "message.sent");
        world.anna()
                .post("/api/v1/quests", Map.of("name", "Mine", "steps", List.of(step)))
                .mustRefuse(403, "permission-missing");
        olga.post("/api/v1/quests", Map.of("steps", List.of(step)))
                .mustRefuse(400, "malformed")
                .mustName("/name");
        olga.post("/api/v1/quests", Map.of("name", "Empty"))
                .mustRefuse(422, "invalid")
                .mustName("/steps");
        wrong(olga, Map.of("activity", "cat.fed"), 422, "/steps/0/activity");
        wrong(olga, Map.of("activity", "message.sent", "count", 0), 400, "/steps/0/count");
        wrong(olga, Map.of("activity", "message.sent", "tag", "printer"), 422, "/steps/0/tag");
        wrong(olga, Map.of("activity", "ticket.tagged", "tag", "no-such"), 422, "/steps/0/tag");
        wrong(olga, Map.of("activity", "message.sent", "department", "Nowhere"), 422, "/steps/0/department");
        wrong(olga, Map.of("activity", "rating.given", "rating", "lovely"), 422, "/steps/0/rating");
        wrong(olga, Map.of("count", 3), 422, "/steps/0/activity");
        Map<String, Object> fine = Map.of("metric", "csat_mean", "op", ">=", "value", 4.5);
        wrong(olga, Map.of("activity", "message.sent", "measure", fine), 422, "/steps/0/activity");
        wrong(olga, Map.of("measure", fine, "count", 2), 422, "/steps/0/count");
        wrong(olga, Map.of("measure", with(fine, "metric", "beauty")), 422, "/steps/0/measure/metric");
        wrong(olga, Map.of("measure", with(fine, "metric", "online_draw")), 422, "/steps/0/measure/metric");
        wrong(olga, Map.of("measure", with(fine, "window", "yesterday")), 422, "/steps/0/measure/window");
        wrong(olga, Map.of("measure", with(fine, "value", 1e12)), 422, "/steps/0/measure/value");
        wrong(olga, Map.of("measure", with(fine, "minimum_sample", 0)), 400, "/steps/0/measure/minimum_sample");
        wrong(olga, Map.of("measure", Map.of("metric", "notes", "op", ">=")), 400, "/steps/0/measure/value");
        olga.post(
                        "/api/v1/quests",
                        Map.of("name", "Op", "steps", List.of(Map.of("measure", with(fine, "op", "about")))))
                .mustBe(400);
        Map<String, Object> backwards = new HashMap<>(Map.of("name", "Back", "steps", List.of(step)));
        backwards.put("from", "2026-12-01");
        backwards.put("until", "2026-11-01");
        olga.post("/api/v1/quests", backwards).mustRefuse(422, "invalid").mustName("/until");
        olga.post("/api/v1/quests", Map.of("name", "Pic", "picture", "cat", "steps", List.of(step)))
                .mustRefuse(422, "invalid")
                .mustName("/picture");
        olga.post("/api/v1/quests", Map.of("name", "Much", "coins", 100_001, "steps", List.of(step)))
                .mustBe(400);
    }

    /** Worth 20 points and 10 coins, once. */
    private static String made(World world, Map<String, Object> step) {
        return made(world, List.of(step));
    }

    private static String made(World world, List<Map<String, Object>> steps) {
        return world.olga()
                .post("/api/v1/quests", Map.of("name", "Work", "points", 20, "coins", 10, "steps", steps))
                .mustBe(201)
                .text("/id");
    }

    /** A line of the log about Anna. @return its place */
    private long happened(World world, ActivityKind kind, UUID ticket, Instant at, String facts) {
        return owner.sql("""
                        insert into log (workspace_id, at, kind, by_kind, ticket_id, agent_id, facts)
                        values (:w, cast(:at as timestamptz), :kind, :by, :ticket, :agent, cast(:facts as jsonb)) returning seq
                        """)
                .param("w", world.workspace())
                .param("at", at.toString())
                .param("kind", kind.code())
                .param("by", Actor.Kind.SYSTEM.code())
                .param("ticket", ticket)
                .param("agent", world.agentId(World.ANNA))
                .param("facts", facts)
                .query(Long.class)
                .single();
    }

    private static void reply(Api agent, String code) {
        agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Unplug it."))
                .mustBe(201);
    }

    private static void note(Api agent, String code) {
        agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note"))
                .mustBe(201);
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    private void counted(World world) {
        Readers.through(world, pump, "quests", "figures", "acts", "points");
    }

    private void measuring(World world) {
        Workspaces.run(world.workspace(), () -> measuring.look(world.workspace()));
    }

    private static void resolve(Api agent, String code) {
        agent.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
    }

    /** A background pump may be at it too. */
    private JsonNode walletRead(World world) {
        read(world);
        return world.anna().get("/api/v1/coins").mustBe(200).body();
    }

    private static int balance(Api agent) {
        return agent.get("/api/v1/coins").mustBe(200).body().at("/balance").asInt();
    }

    private void again(World world, String reader) {
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> rereading.fromTheStart(world.workspace(), reader)));
    }

    private static void wrong(Api olga, Map<String, Object> step, int status, String pointer) {
        olga.post("/api/v1/quests", Map.of("name", "Wrong", "steps", List.of(step)))
                .mustBe(status)
                .mustName(pointer);
    }

    private static JsonNode quest(Api agent, String id) {
        return agent.get("/api/v1/quests/" + id).mustBe(200).body();
    }

    private static long done(JsonNode quest) {
        return quest.at("/steps")
                .valueStream()
                .filter(step -> step.at("/done").asInt() >= step.at("/count").asInt())
                .count();
    }

    private static String ticket(Api by, String department) {
        return by.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Printer",
                                "department",
                                department,
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
    }

    private void read(World world) {
        Readers.through(world, pump, "quests", "coins", "points", "notifications");
    }
}
