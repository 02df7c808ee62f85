package org.fourleaf.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.metrics.History;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.log.ActivityKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@InFourleaf
class TwoNodesTest {

    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final int AGENTS = 50;
    private static final String EVALUATED =
            "select count(*) from badge_day where workspace_id = :w and evaluated_at is not null";

    private final Worlds worlds;
    private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

    @TempDir
    static Path folder;

    Node other;

    TwoNodesTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    @BeforeAll
    void startTheOther() {
        other = Node.start(folder);
    }

    @AfterAll
    void stopTheOther() {
        other.close();
    }

    @Test
    void fifty_agents_at_two_nodes_never_get_the_same_ticket() throws Exception {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        List<Api> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            String email = "solver" + i + "@example.com";
            UUID agent = world.addAgent("Solver " + i, email);
            world.olga()
                    .put("/api/v1/departments/" + support + "/members/" + agent, Map.of())
                    .mustBe(200);
            String token = world.token(email);
            agents.add((i % 2 == 0 ? world.stranger() : worlds.strangerAt(other.port(), world)).withToken(token));
        }
        int tickets = AGENTS - 10;
        open(world, tickets);
        AtomicInteger next = new AtomicInteger();
        List<String> taken = Together.call(AGENTS, () -> {
            Api.Answer answer = agents.get(next.getAndIncrement()).post("/api/v1/to-solve", Map.of());
            assertThat(answer.status()).isIn(200, 204);
            return answer.status() == 200 ? answer.text("/code") : "";
        });
        List<String> got = taken.stream().filter(code -> !code.isEmpty()).toList();
        assertThat(got).doesNotHaveDuplicates().hasSize(tickets);
        assertThat(lines(world, "ticket.claimed")).isEqualTo(tickets);
    }

    @Test
    void two_routers_push_a_ticket_to_one_agent_once() {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        world.olga()
                .put("/api/v1/departments/" + support + "/members/" + world.agentId(World.BRAM), Map.of())
                .mustBe(200);
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("routing", "round_robin"))
                .mustBe(200);
        for (String agent : List.of(World.ANNA, World.BRAM)) {
            world.olga()
                    .put("/api/v1/agents/" + agent + "/presence", Map.of("state", "online"))
                    .mustBe(200);
        }
        open(world, 8);
        await().atMost(WITHIN)
                .until(() -> count(world, "select count(*) from ticket_offer where workspace_id = :w") == 2);
        assertThat(count(world, "select count(distinct ticket_id) from ticket_offer where workspace_id = :w"))
                .isEqualTo(2);
        assertThat(count(world, "select count(distinct agent_id) from ticket_offer where workspace_id = :w"))
                .isEqualTo(2);
    }

    @Test
    void what_a_killed_node_began_the_other_ends_and_nothing_is_done_twice() {
        World world = worlds.fresh();
        int tickets = 400;
        List<String> codes = open(world, tickets);
        try (Node dying = Node.start(folder)) {
            Api there = worlds.strangerAt(dying.port(), world).withToken(world.token(World.OLGA));
            String action = there.post(
                            "/api/v1/mass-actions",
                            Map.of("selection", Map.of("codes", codes), "act", Map.of("status", "resolved")))
                    .mustBe(202)
                    .text("/id");
            await().atMost(WITHIN)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> count(
                                    world,
                                    "select done from mass_action where workspace_id = :w and id = '" + action + "'")
                            > 0);
            dying.kill();
            Api.Answer ended = await().atMost(WITHIN)
                    .until(
                            () -> world.olga()
                                    .get("/api/v1/mass-actions/" + action)
                                    .mustBe(200),
                            answer -> !answer.body().at("/ended_at").isNull());
            assertThat(ended.body().at("/done").asInt()).isEqualTo(tickets);
        }
        assertThat(lines(world, "ticket.resolved")).isEqualTo(tickets);
        assertThat(world.olga().get("/api/v1/tickets/" + codes.getLast()).text("/status"))
                .isEqualTo("resolved");
    }

    /** In the midst of a rule, of a time rule and of a recount of promises: nothing is doubled and nothing lost. */
    @Test
    void what_a_killed_node_did_for_rules_and_promises_the_other_does_once() {
        World world = worlds.fresh();
        Api olga = world.olga();
        int tickets = 300;
        String level = olga.post(
                        "/api/v1/sla-levels",
                        Map.of("name", "Slow", "targets", Map.of("first_answer", Map.of("normal", 500_000))))
                .mustBe(201)
                .text("/id");
        olga.put("/api/v1/departments/" + world.department("Support") + "/sla-level", Map.of("level", level))
                .mustBe(200);
        List<String> codes = open(world, tickets);
        database.sql("update ticket set created_at = created_at - interval '2 hours' where workspace_id = ?")
                .param(world.workspace())
                .update();
        rule(olga, "/api/v1/rules", "By event", Map.of("apply_when", "assigned"));
        try (Node dying = Node.start(folder)) {
            rule(olga, "/api/v1/time-rules", "By time", Map.of("measure", "older_than", "seconds", 3_600));
            olga.patch(
                            "/api/v1/sla-levels/" + level,
                            Map.of("targets", Map.of("first_answer", Map.of("normal", 600_000))))
                    .mustBe(200);
            olga.post(
                            "/api/v1/mass-actions",
                            Map.of("selection", Map.of("codes", codes), "act", Map.of("assignee", World.ANNA)))
                    .mustBe(202);
            await().atMost(WITHIN).pollInterval(Duration.ofMillis(5)).until(() -> runs(world) > 20);
            assertThat(runs(world)).isLessThan(2L * tickets);
            dying.kill();
        }
        await().atMost(WITHIN).until(() -> runs(world) == 2L * tickets);
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/sla-levels/" + level)
                        .text("/recounting")
                        .equals("0"));
        for (String rule : List.of("By event", "By time")) {
            assertThat(count(
                            world,
                            "select count(*) from message where workspace_id = :w and type = 3 and coalesce(new_text, text) = '"
                                    + rule + "'"))
                    .isEqualTo(tickets);
            assertThat(count(
                            world,
                            "select count(distinct ticket_id) from message where workspace_id = :w and type = 3 and coalesce(new_text, text) = '"
                                    + rule + "'"))
                    .isEqualTo(tickets);
        }
        assertThat(count(world, "select count(*) from sla_clock where workspace_id = :w and target_seconds = 600000"))
                .isEqualTo(tickets);
        assertThat(count(world, "select count(*) from sla_clock where workspace_id = :w"))
                .isEqualTo(tickets);
        assertThat(count(world, "select count(*) from rule_todo where workspace_id = :w"))
                .isZero();
    }

    /** Forty nights wait, of a past in which badges went from one to the other: each is evaluated once, by whichever node lives. */
    @Test
    void a_night_of_badges_that_a_killed_node_began_the_other_ends_once() {
        World world = worlds.fresh();
        int nights = 40;
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Vilnius"));
        StringBuilder past = new StringBuilder();
        for (int back = 1; back <= nights; back++) {
            past.append(JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "at",
                                    today.minusDays(back) + "T09:00:00Z",
                                    "kind",
                                    "message.sent",
                                    "external_id",
                                    "N-" + back,
                                    "agent",
                                    back % 3 == 0 ? World.ANNA : World.BRAM,
                                    "length",
                                    100)))
                    .append('\n');
        }
        world.olga()
                .send(
                        "POST",
                        "/api/v1/imports/activities",
                        past.toString().getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        try (Node dying = Node.start(folder)) {
            database.sql("delete from badge_day where workspace_id = ?")
                    .param(world.workspace())
                    .update();
            database.sql("update game_setting set begun = ? where workspace_id = ?")
                    .param(Math.toIntExact(today.minusDays(nights).toEpochDay()))
                    .param(world.workspace())
                    .update();
            await().atMost(WITHIN).pollInterval(Duration.ofMillis(10)).until(() -> count(world, EVALUATED) > 2);
            dying.kill();
        }
        await().atMost(WITHIN).until(() -> count(world, EVALUATED) == nights);
        int awards = count(world, "select count(*) from badge_award where workspace_id = :w and badge_id = 'novelist'");
        assertThat(awards).isGreaterThan(nights / 2);
        assertThat(
                        count(
                                world,
                                "select count(*) from (select since from badge_award where workspace_id = :w and badge_id = 'novelist' group by since) as n"))
                .isEqualTo(awards);
        assertThat(
                        count(
                                world,
                                "select count(*) from badge_award a join badge_award b using (workspace_id, badge_id) where a.workspace_id = :w"
                                        + " and a.badge_id = 'novelist' and a.since < b.since and (a.until is null or a.until > b.since)"))
                .isZero();
        assertThat(
                        count(
                                world,
                                "select count(*) from log where workspace_id = :w and kind = 39 and facts ->> 'badge' = 'novelist'"))
                .isEqualTo(awards);
    }

    /** One that leaves a note with its name. */
    private static void rule(Api olga, String path, String name, Map<String, ?> when) {
        Map<String, Object> rule = new HashMap<>(when);
        rule.put("name", name);
        rule.put("actions", List.of(Map.of("type", "add_note", "html", "<p>" + name + "</p>")));
        olga.post(path, rule).mustBe(201);
    }

    private long runs(World world) {
        return count(world, "select count(*) from rule_run where workspace_id = :w and outcome = 1");
    }

    /** Killed while it turns them: each ends once, with one winner, whoever ends it. */
    @Test
    void contests_a_killed_node_was_ending_are_ended_once_by_the_other() {
        World world = worlds.fresh();
        Api olga = world.olga();
        int contests = 40;
        note(olga, open(world, 1).getFirst());
        for (int i = 0; i < contests; i++) {
            olga.post(
                            "/api/v1/contests",
                            Map.of("name", "C" + i, "metric", "notes", "prizes", List.of(Map.of("points", 1))))
                    .mustBe(201);
        }
        try (Node dying = Node.start(folder)) {
            await().atMost(WITHIN)
                    .until(() -> count(
                                    world,
                                    "select count(*) from act_day where workspace_id = :w and kind = "
                                            + ActivityKind.NOTE_ADDED.code())
                            == 1);
            database.sql("update act_day set day = day - 1 where workspace_id = ?")
                    .param(world.workspace())
                    .update();
            database.sql("update contest set first_day = first_day - 9, last_day = last_day - 7 where workspace_id = ?")
                    .param(world.workspace())
                    .update();
            await().atMost(WITHIN)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count(
                                    world,
                                    "select count(*) from contest where workspace_id = :w and closed_at is not null")
                            > 0);
            dying.kill();
        }
        await().atMost(WITHIN)
                .until(() -> count(
                                world,
                                "select count(*) from contest where workspace_id = :w and finalised_at is not null")
                        == contests);
        assertThat(lines(world, "contest.finalised")).isEqualTo(contests);
        assertThat(lines(world, "contest.won")).isEqualTo(contests);
        assertThat(count(world, "select count(*) from contest_winner where workspace_id = :w"))
                .isEqualTo(contests);
    }

    private static void note(Api agent, String code) {
        agent.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "A note."))
                .mustBe(201);
    }

    @Test
    void an_erasure_goes_on_when_its_node_is_killed() {
        World world = worlds.fresh();
        List<String> codes = open(world, 60);
        String customer = world.olga()
                .get("/api/v1/tickets/" + codes.getFirst())
                .mustBe(200)
                .text("/customer/id");
        assertThat(secrets(world)).isEqualTo(60);
        try (Node dying = Node.start(folder)) {
            worlds.strangerAt(dying.port(), world)
                    .withToken(world.token(World.OLGA))
                    .delete("/api/v1/customers/" + customer)
                    .mustBe(204);
            dying.kill();
        }
        await().atMost(WITHIN).until(() -> secrets(world) == 0);
        world.olga().get("/api/v1/tickets/" + codes.getLast()).mustBe(200);
    }

    /** In the midst of an import whose lines are being counted: what is counted is what is in the log, once each. */
    @Test
    void a_node_killed_while_it_counts_figures_counts_nothing_twice_and_loses_nothing() {
        World world = worlds.fresh();
        byte[] lines =
                String.join("\n", History.lines(History.random(31, 1_200))).getBytes(StandardCharsets.UTF_8);
        try (Node dying = Node.start(folder)) {
            Api there = worlds.strangerAt(dying.port(), world).withToken(world.token(World.OLGA));
            Thread importing = Thread.ofVirtual().start(() -> {
                try {
                    there.send("POST", "/api/v1/imports/activities", lines, "application/x-ndjson");
                } catch (RuntimeException | Error e) {
                    assertThat(e).as("it was killed meanwhile").isNotNull();
                }
            });
            await().atMost(WITHIN)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count(world, "select count(*) from figure_quarter where workspace_id = :w") > 0);
            dying.kill();
            importing.interrupt();
        }
        await().atMost(WITHIN)
                .until(() -> count(
                                world,
                                "select count(*) from workspaces_with_unread_log(array['figures']) as unread where unread = :w")
                        == 0);
        assertThat(count(world, "select count(*) from log_poison where workspace_id = :w"))
                .isZero();
        for (String table : List.of("figure_quarter", "figure_day")) {
            assertThat(count(world, "select sum(created) from " + table + " where workspace_id = :w"))
                    .as("created by %s", table)
                    .isPositive()
                    .isEqualTo(count(world, "select count(*) from log where workspace_id = :w and kind = 1"));
            assertThat(count(world, "select sum(sent) from " + table + " where workspace_id = :w"))
                    .isEqualTo(count(world, "select count(*) from log where workspace_id = :w and kind = 10"));
            assertThat(count(world, "select sum(resolution_seconds) from " + table + " where workspace_id = :w"))
                    .isEqualTo(count(
                            world,
                            "select sum((facts ->> 'seconds')::bigint) from log where workspace_id = :w and kind = 4"));
        }
        assertThat(count(
                        world,
                        "select sum(n) from figure_bin_quarter where workspace_id = :w and measure = 6 and tag_id = '"
                                + new UUID(0, 0) + "'"))
                .isEqualTo(
                        count(
                                world,
                                "select count(*) from log where workspace_id = :w and kind = 4 and facts ->> 'seconds' is not null"));
    }

    @Test
    void a_token_revoked_at_one_node_opens_nothing_at_the_other() {
        World world = worlds.fresh();
        Api.Answer made = world.olga()
                .post("/api/v1/tokens", Map.of("name", "short-lived"))
                .mustBe(201);
        Api there = worlds.strangerAt(other.port(), world).withToken(made.text("/token"));
        there.get("/api/v1/me").mustBe(200);
        world.olga().delete("/api/v1/tokens/" + made.text("/id")).mustBe(204);
        there.get("/api/v1/me").mustBe(401);
    }

    @Test
    void what_changes_at_one_node_is_counted_and_found_at_the_other() {
        World world = worlds.fresh();
        Api there = worlds.strangerAt(other.port(), world).withToken(world.token(World.OLGA));
        String code = open(world, 1).getFirst();
        there.patch("/api/v1/tickets/" + code, Map.of("status", "pending")).mustBe(200);
        assertThat(world.olga().get("/api/v1/tickets/" + code).text("/status")).isEqualTo("pending");
        await().atMost(WITHIN)
                .until(() -> there.get("/api/v1/search?q=" + code)
                        .mustBe(200)
                        .string()
                        .contains("Waits 0"));
    }

    private List<String> open(World world, int tickets) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            codes.add(world.olga()
                    .post(
                            "/api/v1/tickets",
                            Map.of(
                                    "subject",
                                    "Waits " + i,
                                    "department",
                                    "Support",
                                    "customer",
                                    Map.of("email", "pat@example.org", "name", "Pat"),
                                    "message",
                                    Map.of("text", "These are my secret words.")))
                    .mustBe(201)
                    .text("/code"));
        }
        return codes;
    }

    private int secrets(World world) {
        return count(world, "select count(*) from message where workspace_id = :w and text like '%my secret words%'");
    }

    private int lines(World world, String kind) {
        return count(
                world,
                "select count(*) from log where workspace_id = :w and kind = "
                        + Objects.requireNonNull(ActivityKind.ofStored(kind)).code());
    }

    private int count(World world, String sql) {
        return database.sql(sql)
                .param("w", world.workspace())
                .query(Integer.class)
                .single();
    }
}
