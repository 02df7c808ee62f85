package org.fourleaf.contests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.boards.Standings;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogPump;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Contests open, close and end by themselves, once, and say how they ended. */
@InFourleaf
class ContestTest {

    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Worlds worlds;
    private final LogPump pump;
    private final ContestTurning turning;
    private final Standings standings;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    ContestTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired ContestTurning turning,
            @Autowired Standings standings) {
        this.worlds = worlds;
        this.pump = pump;
        this.turning = turning;
        this.standings = standings;
    }

    @Test
    void a_contest_opens_and_its_results_are_frozen_once_however_many_nodes_turn_it() throws Exception {
        World world = worlds.fresh();
        Api olga = world.olga();
        List<UUID> two = List.of(world.agentId(World.ANNA), world.agentId(World.BRAM));
        String id = contest(
                olga,
                Map.of(
                        "metric",
                        "notes",
                        "among",
                        "agents",
                        "participants",
                        two,
                        "prizes",
                        List.of(Map.of("points", 100, "coins", 10, "text", "A cake"), Map.of("points", 50))));
        assertThat(olga.get("/api/v1/contests/" + id).mustBe(200).text("/state"))
                .isEqualTo("open");
        String code = ticket(world.anna());
        notes(world.anna(), code, 2);
        notes(world.bram(), ticket(world.bram()), 3);
        notes(olga, code, 4);
        pumped(world);
        JsonNode live = world.anna()
                .get("/api/v1/contests/" + id + "/standings")
                .mustBe(200)
                .body();
        assertThat(live.at("/frozen").asBoolean()).isFalse();
        assertThat(live.at("/of").asInt()).isEqualTo(2);
        assertThat(live.at("/rows/0/participant/email").asString()).isEqualTo(World.BRAM);
        assertThat(live.at("/rows/1/you").asBoolean()).isTrue();

        UUID contest = UUID.fromString(id);
        LocalDate after = today(world).plusDays(7);
        assertThat(step(world, contest, after.minusDays(1))).isFalse();
        assertThat(step(world, contest, after)).isTrue();
        assertThat(olga.get("/api/v1/contests/" + id).text("/state")).isEqualTo("closed");
        Together.call(4, () -> {
            await().atMost(WITHIN).until(() -> {
                pump.drain(world.workspace());
                step(world, contest, after);
                return olga.get("/api/v1/contests/" + id).text("/state").equals("finalised");
            });
            return true;
        });
        assertThat(lines(world, "contest.won")).isEqualTo(2);
        assertThat(lines(world, "contest.finalised")).isEqualTo(1);

        notes(world.anna(), code, 9);
        pumped(world);
        JsonNode result = olga.get("/api/v1/contests/" + id + "/standings").body();
        assertThat(result.at("/frozen").asBoolean()).isTrue();
        assertThat(result.at("/rows/0/value").asInt()).isEqualTo(3);
        assertThat(result.at("/rows/0/sample").asInt()).isEqualTo(3);
        assertThat(result.at("/rows/0/prize/text").asString()).isEqualTo("A cake");
        assertThat(result.at("/rows/1/value").asInt()).isEqualTo(2);
        JsonNode card = world.anna()
                .get("/api/v1/contests?state=finalised")
                .mustBe(200)
                .body()
                .at("/items/0");
        assertThat(card.at("/winners/0/participant/name").asString()).isEqualTo("Bram");
        assertThat(card.at("/abilities/edit").asBoolean()).isFalse();
        pumped(world);
        assertThat(world.bram().get("/api/v1/notifications").mustBe(200).string())
                .contains("contest_opened", "contest_won");
        await().atMost(WITHIN).until(() -> {
            pump.drain(world.workspace());
            return world.bram()
                            .get("/api/v1/coins")
                            .mustBe(200)
                            .body()
                            .at("/balance")
                            .asInt()
                    == 10;
        });
        assertThat(world.bram()
                        .get("/api/v1/points")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream()
                        .filter(entry -> entry.at("/rule").asString().equals("contest"))
                        .map(entry -> entry.at("/points").asInt()))
                .containsExactly(100);
        olga.delete("/api/v1/contests/" + id).mustRefuse(409, "contest-kept");
        olga.post("/api/v1/contests/" + id + "/cancellation", Map.of()).mustRefuse(409, "contest-over");
    }

    @Test
    void a_team_is_as_good_as_its_members_and_each_who_helped_wins() {
        World world = worlds.fresh();
        Api olga = world.olga();
        UUID support = world.department("Support");
        UUID sales = world.department("Sales");
        UUID cleo = world.addAgent("Cleo", "cleo@example.com");
        olga.put("/api/v1/departments/" + support + "/members/" + cleo, Map.of())
                .mustBe(200);
        UUID idle = world.addAgent("Idle", "idle@example.com");
        olga.put("/api/v1/departments/" + support + "/members/" + idle, Map.of())
                .mustBe(200);
        Map<String, Object> wanted = Map.of(
                "metric",
                "notes",
                "among",
                "departments",
                "participants",
                List.of(support, sales),
                "prizes",
                List.of(Map.of("points", 20)));
        String sum = contest(olga, wanted);
        Map<String, Object> byHead = new HashMap<>(wanted);
        byHead.put("team_value", "per_head");
        String heads = contest(olga, byHead);
        notes(world.anna(), ticket(world.anna()), 2);
        Api cleos = world.agent("cleo@example.com");
        notes(cleos, ticket(cleos), 2);
        notes(world.bram(), ticket(world.bram()), 3);
        pumped(world);
        JsonNode table =
                world.anna().get("/api/v1/contests/" + sum + "/standings").body();
        assertThat(table.at("/rows/0/participant/name").asString()).isEqualTo("Support");
        assertThat(table.at("/rows/0/value").asInt()).isEqualTo(4);
        assertThat(table.at("/rows/0/you").asBoolean()).isTrue();
        JsonNode perHead =
                world.anna().get("/api/v1/contests/" + heads + "/standings").body();
        assertThat(perHead.at("/rows/0/participant/name").asString()).isEqualTo("Sales");
        assertThat(perHead.at("/rows/1/value").asDouble()).isEqualTo(2);
        finalise(world, UUID.fromString(sum));
        assertThat(lines(world, "contest.won")).isEqualTo(2);
        assertThat(world.agent("idle@example.com")
                        .get("/api/v1/contests/" + sum)
                        .mustBe(200)
                        .body()
                        .at("/winners/0/participant/name")
                        .asString())
                .isEqualTo("Support");
    }

    @Test
    void once_open_its_rules_stand_and_a_cancelled_one_has_no_winners() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String id = contest(olga, Map.of("metric", "notes", "prizes", List.of(Map.of("points", 5))));
        olga.patch("/api/v1/contests/" + id, Map.of("name", "Autumn")).mustBe(200);
        olga.patch("/api/v1/contests/" + id, Map.of("metric", "answers")).mustRefuse(409, "contest-open");
        olga.patch("/api/v1/contests/" + id, Map.of("prizes", List.of())).mustRefuse(409, "contest-open");
        notes(world.anna(), ticket(world.anna()), 1);
        pumped(world);
        world.anna().post("/api/v1/contests/" + id + "/cancellation", Map.of()).mustRefuse(403, "permission-missing");
        olga.post("/api/v1/contests/" + id + "/cancellation", Map.of()).mustBe(200);
        olga.post("/api/v1/contests/" + id + "/cancellation", Map.of()).mustBe(200);
        assertThat(step(world, UUID.fromString(id), today(world).plusDays(30))).isFalse();
        assertThat(lines(world, "contest.won")).isZero();
        olga.delete("/api/v1/contests/" + id).mustBe(204);
        olga.get("/api/v1/contests/" + id).mustRefuse(404, "not-found");
        String planned = contest(
                olga,
                Map.of(
                        "first_day",
                        today(world).plusDays(3).toString(),
                        "last_day",
                        today(world).plusDays(4).toString()));
        assertThat(olga.get("/api/v1/contests/" + planned).text("/state")).isEqualTo("planned");
        olga.patch("/api/v1/contests/" + planned, Map.of("metric", "answers", "minimum_sample", 5))
                .mustBe(200);
    }

    @Test
    void what_does_not_fit_is_refused_by_name() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String today = today(world).toString();
        world.anna().post("/api/v1/contests", Map.of("name", "Mine")).mustRefuse(403, "permission-missing");
        olga.post("/api/v1/contests", Map.of()).mustRefuse(400, "malformed").mustName("/name");
        olga.post("/api/v1/contests", Map.of("name", " "))
                .mustRefuse(400, "malformed")
                .mustName("/name");
        refused(olga, Map.of("metric", "beauty"), "/metric");
        refused(olga, Map.of("metric", "online_draw"), "/metric");
        refused(olga, Map.of("first_day", "2020-01-01"), "/first_day");
        refused(olga, Map.of("first_day", today, "last_day", "2020-01-01"), "/last_day");
        refused(olga, Map.of("first_day", today, "last_day", "+999999999-12-31"), "/last_day");
        refused(olga, Map.of("first_day", today(world).plusDays(900).toString()), "/first_day");
        refused(olga, Map.of("among", "agents"), "/participants");
        refused(
                olga,
                Map.of("among", "agents", "participants", List.of(UUID.randomUUID(), UUID.randomUUID())),
                "/participants");
        refused(
                olga,
                Map.of(
                        "among",
                        "departments",
                        "participants",
                        List.of(world.department("Sales"), world.department("Sales"))),
                "/participants");
        refused(olga, Map.of("quality_gate", Map.of("kpi", "charm", "op", ">=", "value", 1)), "/quality_gate/kpi");
        Map<String, Object> prize = Map.of("name", "x", "prizes", List.of(Map.of("points", -1)));
        olga.post("/api/v1/contests", prize).mustBe(400).mustName("/prizes/0/points");
        olga.post("/api/v1/contests", Map.of("name", "x", "quality_gate", Map.of("kpi", "csat", "op", "~", "value", 1)))
                .mustRefuse(400, "malformed");
        olga.get("/api/v1/contests?state=lost").mustRefuse(400, "malformed");
        olga.get("/api/v1/contests?cursor=eA").mustRefuse(400, "malformed");
        olga.get("/api/v1/contests/" + UUID.randomUUID() + "/standings").mustRefuse(404, "not-found");
    }

    private static void refused(Api olga, Map<String, ?> part, String pointer) {
        Map<String, Object> wanted = new HashMap<>(part);
        wanted.put("name", "Spring");
        olga.post("/api/v1/contests", wanted).mustRefuse(422, "invalid").mustName(pointer);
    }

    private void finalise(World world, UUID contest) {
        LocalDate after = today(world).plusDays(30);
        await().atMost(WITHIN).until(() -> {
            pump.drain(world.workspace());
            step(world, contest, after);
            return world.olga()
                    .get("/api/v1/contests/" + contest)
                    .text("/state")
                    .equals("finalised");
        });
    }

    private boolean step(World world, UUID contest, LocalDate today) {
        return Workspaces.call(world.workspace(), () -> turning.step(Actor.clock(world.workspace()), contest, today));
    }

    private LocalDate today(World world) {
        return Workspaces.call(world.workspace(), () -> standings.today(world.workspace()));
    }

    private static String contest(Api olga, Map<String, ?> part) {
        Map<String, Object> wanted = new HashMap<>(part);
        wanted.put("name", "Spring");
        return olga.post("/api/v1/contests", wanted).mustBe(201).text("/id");
    }

    private static String ticket(Api agent) {
        return agent.post(
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
    }

    private static void notes(Api agent, String code, int times) {
        for (int i = 0; i < times; i++) {
            agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "Note " + i))
                    .mustBe(201);
        }
    }

    /** Also by a pump of the background that was at it already. */
    private void pumped(World world) {
        await().atMost(WITHIN).until(() -> {
            pump.drain(world.workspace());
            return owner.sql(
                                    "select count(*) from workspaces_with_unread_log(array['figures', 'acts', 'points', 'notifications']) as w where w = :w")
                            .param("w", world.workspace())
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    private int lines(World world, String kind) {
        ActivityKind of = ActivityKind.ofStored(kind);
        assertThat(of).isNotNull();
        return owner.sql("select count(*) from log where workspace_id = :w and kind = " + (of == null ? 0 : of.code()))
                .param("w", world.workspace())
                .query(Integer.class)
                .single();
    }
}
