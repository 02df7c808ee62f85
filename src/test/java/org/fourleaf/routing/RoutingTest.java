package org.fourleaf.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class RoutingTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Worlds worlds;
    private final Router router;
    private final OverloadWatch overload;
    private final Clock clock;

    RoutingTest(
            @Autowired Worlds worlds,
            @Autowired Router router,
            @Autowired OverloadWatch overload,
            @Autowired Clock clock) {
        this.overload = overload;
        this.worlds = worlds;
        this.router = router;
        this.clock = clock;
    }

    @Test
    void a_ticket_is_offered_to_who_is_there_and_is_theirs_when_accepted() {
        World world = pushing("round_robin", Map.of());
        String code = open(world, Map.of());
        assertThat(offers(world.anna())).isEmpty();
        be(world, World.ANNA, "online");
        JsonNode offer = offered(world.anna());
        assertThat(offer.at("/ticket/code").asString()).isEqualTo(code);
        assertThat(Instant.parse(offer.at("/until").asString())).isAfter(clock.instant());
        String path = "/api/v1/offers/" + offer.at("/id").asString();
        world.bram().post(path + "/accept", Map.of()).mustBe(404);
        Api.Answer mine = world.anna().post(path + "/accept", Map.of()).mustBe(200);
        assertThat(mine.text("/assignee/email")).isEqualTo(World.ANNA);
        world.anna().post(path + "/accept", Map.of()).mustRefuse(409, "offer-over");
        assertThat(offers(world.anna())).isEmpty();
    }

    @Test
    void a_declined_ticket_goes_to_the_next_and_a_missed_one_too() {
        World world = pushing("round_robin", Map.of("breathing_seconds", 0));
        both(world);
        String code = open(world, Map.of());
        until(() -> offers(world.anna()).size() + offers(world.bram()).size() == 1);
        Api first = offers(world.anna()).isEmpty() ? world.bram() : world.anna();
        Api second = offers(world.anna()).isEmpty() ? world.anna() : world.bram();
        first.post("/api/v1/offers/" + offers(first).getFirst().at("/id").asString() + "/decline", Map.of())
                .mustBe(204);
        assertThat(offered(second).at("/ticket/code").asString()).isEqualTo(code);
        Workspaces.run(
                world.workspace(),
                () -> router.miss(
                        Actor.clock(world.workspace()), clock.instant().plus(Duration.ofMinutes(5))));
        assertThat(offers(second)).isEmpty();
        assertThat(kinds(world, code)).contains("ticket.offered", "ticket.offer_declined", "ticket.offer_missed");
    }

    @Test
    void who_misses_too_many_is_paused() {
        World world = pushing("round_robin", Map.of("missed_offers_max", 1));
        be(world, World.ANNA, "online");
        open(world, Map.of());
        offered(world.anna());
        Workspaces.run(
                world.workspace(),
                () -> router.miss(
                        Actor.clock(world.workspace()), clock.instant().plus(Duration.ofMinutes(5))));
        Api.Answer presence =
                world.olga().get("/api/v1/agents/" + World.ANNA + "/presence").mustBe(200);
        assertThat(presence.text("/channels/0/state")).isEqualTo("paused");
        assertThat(presence.text("/channels/0/reason")).isEqualTo(Router.MISSED_REASON);
        assertThat(world.bram()
                        .get("/api/v1/agents/" + World.ANNA + "/presence")
                        .body()
                        .at("/channels/0/reason")
                        .isNull())
                .isTrue();
    }

    @Test
    void nobody_holds_more_than_their_capacity_and_what_waits_is_routed_when_there_is_room() {
        World world = pushing("least_busy", Map.of("breathing_seconds", 0));
        world.olga()
                .patch("/api/v1/agents/" + World.ANNA + "/routing", Map.of("tickets_max", 1))
                .mustBe(200);
        be(world, World.ANNA, "online");
        open(world, Map.of());
        open(world, Map.of());
        String taken = accept(world.anna());
        assertThat(route(world)).isZero();
        assertThat(offers(world.anna())).isEmpty();
        world.anna()
                .post("/api/v1/tickets/" + taken + "/messages", Map.of("type", "reply", "text", "Done"))
                .mustBe(201);
        assertThat(accept(world.anna())).isNotEqualTo(taken);
    }

    @Test
    void an_agent_who_leaves_keeps_no_offer() {
        World world = pushing("round_robin", Map.of());
        be(world, World.ANNA, "online");
        String code = open(world, Map.of());
        offered(world.anna());
        be(world, World.ANNA, "paused");
        until(() -> offers(world.anna()).isEmpty());
        be(world, World.BRAM, "online");
        assertThat(offered(world.bram()).at("/ticket/code").asString()).isEqualTo(code);
    }

    @Test
    void by_skill_a_ticket_goes_to_who_has_what_it_asks_for() {
        World world = pushing("skill", Map.of());
        world.olga()
                .patch("/api/v1/agents/" + World.BRAM, Map.of("skills", List.of("Printer")))
                .mustBe(200);
        both(world);
        String code = open(world, Map.of("tags", List.of("printer")));
        assertThat(offered(world.bram()).at("/ticket/code").asString()).isEqualTo(code);
        assertThat(offers(world.anna())).isEmpty();
    }

    @Test
    void many_routers_at_once_offer_a_ticket_once() throws Exception {
        World world = pushing("round_robin", Map.of());
        both(world);
        for (int i = 0; i < 6; i++) {
            open(world, Map.of());
        }
        Together.call(12, () -> route(world));
        until(() -> offers(world.anna()).size() == 1 && offers(world.bram()).size() == 1);
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql(
                                "select count(*) as n, count(distinct ticket_id) as tickets from ticket_offer where workspace_id = :w")
                        .param("w", world.workspace())
                        .query(Row.as(row -> List.of(row.number("n"), row.number("tickets"))))
                        .single())
                .containsExactly(2, 2);
    }

    @Test
    void a_lead_sees_and_sets_the_presence_of_the_team_and_others_do_not() {
        World world = worlds.fresh();
        world.bram()
                .put("/api/v1/agents/" + World.ANNA + "/presence", Map.of("state", "online"))
                .mustBe(403);
        world.olga()
                .put(
                        "/api/v1/departments/" + world.department("Support") + "/members/" + world.agentId(World.BRAM),
                        Map.of("role", "lead"))
                .mustBe(200);
        world.bram()
                .put(
                        "/api/v1/agents/" + World.ANNA + "/presence",
                        Map.of("state", "paused", "reason", "Lunch", "channels", List.of("chat")))
                .mustBe(200);
        JsonNode team = world.bram().get("/api/v1/presence").mustBe(200).body().at("/items");
        JsonNode anna = team.valueStream()
                .filter(one -> one.at("/agent/email").asString().equals(World.ANNA))
                .findFirst()
                .orElseThrow();
        assertThat(anna.at("/state").asString()).isEqualTo("paused");
        assertThat(anna.at("/reason").asString()).isEqualTo("Lunch");
        assertThat(world.anna().get("/api/v1/presence").body().at("/items")).hasSize(1);
    }

    @Test
    void pause_reasons_are_a_list_of_ones_own() {
        World world = worlds.fresh();
        Api olga = world.olga();
        assertThat(olga.get("/api/v1/pause-reasons").mustBe(200).body().at("/items"))
                .hasSize(4);
        Api.Answer made =
                olga.post("/api/v1/pause-reasons", Map.of("name", "Walk")).mustBe(201);
        olga.post("/api/v1/pause-reasons", Map.of("name", "walk")).mustRefuse(409, "name-taken");
        String path = "/api/v1/pause-reasons/" + made.text("/id");
        olga.patch(path, Map.of("name", "Stroll")).mustBe(200);
        olga.with("If-Match", "\"1\"").patch(path, Map.of("name", "Run")).mustRefuse(412, "stale");
        world.anna().post("/api/v1/pause-reasons", Map.of("name", "Nap")).mustBe(403);
        olga.delete(path).mustBe(204);
        olga.get(path).mustBe(404);
    }

    @Test
    void workload_shows_its_numbers_to_those_who_lead() {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        open(world, Map.of());
        JdbcClient.create(TestDatabase.owner())
                .sql("""
                        insert into resolved_day (workspace_id, department_id, day, agent_id, resolved)
                        select :w, :d, extract(epoch from now())::bigint / 86400 - i, :agent, 4 from generate_series(1, 5) as i
                        """)
                .param("w", world.workspace())
                .param("d", support)
                .param("agent", world.agentId(World.ANNA))
                .update();
        String path = "/api/v1/departments/" + support + "/workload";
        world.anna().get(path).mustBe(403);
        JsonNode empty = world.olga().get(path).mustBe(200).body();
        assertThat(empty.at("/backlog").asInt()).isEqualTo(1);
        assertThat(empty.at("/per_agent_day").asDouble()).isEqualTo(4);
        assertThat(empty.at("/overloaded").asBoolean()).isTrue();
        be(world, World.ANNA, "online");
        JsonNode busy = world.olga().get(path).mustBe(200).body();
        assertThat(busy.at("/clears_per_day").asDouble()).isEqualTo(4);
        assertThat(busy.at("/overloaded").asBoolean()).isFalse();
        assertThat(world.anna().get("/api/v1/workload").mustBe(200).body().at("/items"))
                .isEmpty();
    }

    @Test
    void who_leads_is_told_once_a_day_that_the_team_is_over_its_limit() {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        world.olga()
                .put("/api/v1/departments/" + support + "/members/" + world.agentId(World.BRAM), Map.of("role", "lead"))
                .mustBe(200);
        JdbcClient.create(TestDatabase.owner())
                .sql("""
                        insert into resolved_day (workspace_id, department_id, day, agent_id, resolved)
                        select :w, :d, extract(epoch from now())::bigint / 86400 - i, :agent, 1 from generate_series(1, 5) as i
                        """)
                .param("w", world.workspace())
                .param("d", support)
                .param("agent", world.agentId(World.ANNA))
                .update();
        open(world, Map.of());
        open(world, Map.of());
        watchOverload(world);
        assertThat(told(world)).isEmpty();
        be(world, World.ANNA, "online");
        watchOverload(world);
        watchOverload(world);
        Awaitility.await().atMost(SOON).until(() -> !told(world).isEmpty());
        watchOverload(world);
        assertThat(told(world)).containsExactly("Support");
        assertThat(world.anna().get("/api/v1/notifications").string()).doesNotContain("team_overloaded");
    }

    private void watchOverload(World world) {
        Workspaces.run(world.workspace(), () -> overload.look(Actor.clock(world.workspace())));
    }

    /** The departments of which Bram was told. */
    private static List<String> told(World world) {
        return world.bram()
                .get("/api/v1/notifications")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(one -> one.at("/kind").asString().equals("team_overloaded"))
                .map(one -> one.at("/department/name").asString())
                .toList();
    }

    /** Support pushes, with Anna and Bram in it. */
    private World pushing(String mode, Map<String, Integer> numbers) {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        world.olga()
                .put("/api/v1/departments/" + support + "/members/" + world.agentId(World.BRAM), Map.of())
                .mustBe(200);
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("routing", mode))
                .mustBe(200);
        world.olga().patch("/api/v1/routing-settings", numbers).mustBe(200);
        return world;
    }

    private static void both(World world) {
        be(world, World.ANNA, "online");
        be(world, World.BRAM, "online");
    }

    private static void be(World world, String email, String state) {
        world.olga()
                .put("/api/v1/agents/" + email + "/presence", Map.of("state", state))
                .mustBe(200);
    }

    private int route(World world) {
        return Workspaces.call(world.workspace(), () -> router.route(Actor.system(world.workspace())));
    }

    private static String accept(Api agent) {
        return agent.post("/api/v1/offers/" + offered(agent).at("/id").asString() + "/accept", Map.of())
                .mustBe(200)
                .text("/code");
    }

    private static JsonNode offered(Api agent) {
        until(() -> !offers(agent).isEmpty());
        return offers(agent).getFirst();
    }

    private static List<JsonNode> offers(Api agent) {
        return agent.get("/api/v1/offers")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<String> kinds(World world, String code) {
        return world.olga()
                .get("/api/v1/tickets/" + code + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private static String open(World world, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("subject", "Route me");
        body.put("department", "Support");
        body.put("customer", Map.of("email", World.OMAR));
        body.put("message", Map.of("text", "Please."));
        return world.olga().post("/api/v1/tickets", body).mustBe(201).text("/code");
    }

    /** Readers of the log lag a moment. */
    private static void until(BooleanSupplier holds) {
        Instant end = Instant.now().plus(SOON);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("still not so").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
