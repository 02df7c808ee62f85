package org.fourleaf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@InFourleaf
class TimeRulesTest {

    private static final String RULES = "/api/v1/time-rules";
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Worlds worlds;
    private final TimeRuleRounds rounds;
    private final TimeRuleStore store;
    private final WorkspaceTransactions transactions;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private World world;
    private Api olga;

    TimeRulesTest(
            @Autowired Worlds worlds,
            @Autowired TimeRuleRounds rounds,
            @Autowired TimeRuleStore store,
            @Autowired WorkspaceTransactions transactions) {
        this.transactions = transactions;
        this.worlds = worlds;
        this.rounds = rounds;
        this.store = store;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeEach
    void aWorldWithoutRules() {
        world = worlds.fresh();
        olga = world.olga();
    }

    @Test
    void it_fires_once_when_the_time_has_come_and_not_before() {
        String ticket = open();
        rule("Stale", "older_than", 3_600, List.of(note("Look here.")));
        settled();
        assertThat(notes(ticket)).isZero();
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isOne();
        touch(ticket);
        assertThat(notes(ticket)).isOne();
    }

    @Test
    void what_its_own_doing_changes_does_not_set_it_off_again_but_what_others_do() {
        String ticket = open();
        rule("Reminder", "unchanged_for", 3_600, List.of(note("Still here?")));
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isOne();
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isOne();
        olga.patch(ticket, Map.of("priority", "high")).mustBe(200);
        settled();
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isEqualTo(2);
    }

    @Test
    void a_ticket_that_leaves_the_state_and_comes_back_is_new_to_it() {
        String ticket = open();
        rule(
                "Close",
                "in_status_for",
                3_600,
                Map.of("field", "status", "op", "is", "value", List.of("new", "open")),
                List.of(Map.of("type", "resolve")));
        age(ticket, Duration.ofHours(2));
        assertThat(olga.get(ticket).text("/status")).isEqualTo("resolved");
        olga.patch(ticket, Map.of("status", "open")).mustBe(200);
        settled();
        assertThat(olga.get(ticket).text("/status")).isEqualTo("open");
        age(ticket, Duration.ofHours(2));
        assertThat(olga.get(ticket).text("/status")).isEqualTo("resolved");
    }

    @Test
    void two_nodes_at_once_fire_it_once_for_each_ticket() throws InterruptedException {
        int tickets = 20;
        for (int i = 0; i < tickets; i++) {
            open();
        }
        owner.sql("update ticket set created_at = created_at - interval '2 hours' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        String id = rule("Once", "older_than", 3_600, List.of(note("Once.")));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (int node = 0; node < 2; node++) {
                nodes.execute(() -> Workspaces.run(world.workspace(), () -> {
                    while (rounds.plan(world.workspace()) || rounds.fire(world.workspace())) {
                        // The next round.
                    }
                }));
            }
            nodes.shutdown();
            assertThat(nodes.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        settled();
        assertThat(owner.sql("select count(*) from message where workspace_id = :w and type = 3")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isEqualTo(tickets);
        assertThat(olga.get(RULES + "/" + id + "/runs?limit=200")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(tickets);
    }

    @Test
    void a_ticket_that_changed_does_not_wait_behind_those_a_new_rule_comes_by() {
        UUID workspace = world.workspace();
        List<UUID> old = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
        UUID changed = new UUID(0, 9);
        List<UUID> taken = Workspaces.call(
                workspace,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    store.backfill(workspace, old);
                    store.check(workspace, List.of(old.getLast(), changed));
                    return store.takeChecks(workspace, 2);
                }));
        assertThat(taken).containsExactlyInAnyOrder(old.getLast(), changed);
    }

    @Test
    void a_plan_made_before_another_node_fired_fires_nothing() {
        String ticket = open();
        String id = rule("Once", "older_than", 3_600, List.of(note("Once.")));
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isOne();
        owner.sql("""
                        insert into time_rule_due (workspace_id, rule_id, ticket_id, due_at)
                        select workspace_id, cast(:rule as uuid), id, now() from ticket where workspace_id = :w
                        """).param("rule", id).param("w", world.workspace()).update();
        settled();
        assertThat(notes(ticket)).isOne();
    }

    @Test
    void what_came_while_it_was_broken_is_caught_up_with_when_it_is_mended() {
        String webhook = olga.post(
                        "/api/v1/webhooks", Map.of("name", "There", "url", "https://example.com/x", "kind", "signed"))
                .mustBe(201)
                .text("/id");
        String id = rule(
                "Call",
                "older_than",
                3_600,
                List.of(note("Called."), Map.of("type", "http_request", "webhook", webhook)));
        olga.patch("/api/v1/webhooks/" + webhook, Map.of("active", false)).mustBe(200);
        settled();
        String ticket = open();
        age(ticket, Duration.ofHours(2));
        assertThat(notes(ticket)).isZero();
        assertThat(olga.get(RULES + "/" + id).text("/broken/kind")).isEqualTo("missing");
        olga.patch("/api/v1/webhooks/" + webhook, Map.of("active", true)).mustBe(200);
        settled();
        assertThat(notes(ticket)).isOne();
        assertThat(olga.get(RULES + "/" + id).body().at("/broken").isNull()).isTrue();
    }

    @Test
    void time_rules_go_out_and_in_with_the_others() {
        rule("Stale", "overdue_by", 60, List.of(note("Late.")));
        JsonNode file = olga.get("/api/v1/rules/export").mustBe(200).body();
        assertThat(file.at("/rules/0/measure").asString()).isEqualTo("overdue_by");
        assertThat(file.at("/rules/0/apply_when").isMissingNode()).isTrue();
        olga.post("/api/v1/rules/import", file).mustBe(201);
        JsonNode both = olga.get(RULES).mustBe(200).body().at("/items");
        assertThat(both.size()).isEqualTo(2);
        assertThat(both.at("/1/seconds")).isEqualTo(both.at("/0/seconds"));
        List<?> actions = List.of(note("x"));
        olga.post("/api/v1/rules/import", Map.of("rules", List.of(Map.of("name", "x", "actions", actions))))
                .mustRefuse(422, "invalid")
                .mustName("/rules/0/apply_when");
    }

    @Test
    void rules_and_time_rules_are_kept_apart() {
        String id = rule("Stale", "overdue_by", 60, List.of(note("Late.")));
        olga.get("/api/v1/rules/" + id).mustRefuse(404, "not-found");
        JsonNode rule = olga.get(RULES + "/" + id).mustBe(200).body();
        assertThat(rule.at("/measure").asString()).isEqualTo("overdue_by");
        assertThat(rule.at("/seconds").asInt()).isEqualTo(60);
        assertThat(rule.at("/apply_when").isNull()).isTrue();
        assertThat(olga.get("/api/v1/rules").body().at("/items").size()).isZero();
        olga.post(RULES, Map.of("name", "x", "measure", "older_than", "seconds", 0, "actions", List.of(note("x"))))
                .mustBe(400);
        olga.delete(RULES + "/" + id).mustBe(204);
        olga.get(RULES + "/" + id).mustRefuse(404, "not-found");
    }

    private String rule(String name, String measure, int seconds, List<?> actions) {
        return rule(name, measure, seconds, Map.of("all", List.of()), actions);
    }

    private String rule(String name, String measure, int seconds, Map<String, ?> condition, List<?> actions) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", name, "measure", measure, "seconds", seconds));
        rule.put("condition", condition);
        rule.put("actions", actions);
        return olga.post(RULES, rule).mustBe(201).text("/id");
    }

    private static Map<String, Object> note(String text) {
        return Map.of("type", "add_note", "html", "<p>" + text + "</p>");
    }

    /** As if all of it had happened so much earlier; then somebody looks. */
    private void age(String ticket, Duration by) {
        owner.sql("""
                        update ticket set created_at = created_at - make_interval(secs => :s), updated_at = updated_at - make_interval(secs => :s),
                            status_since = status_since - make_interval(secs => :s)
                        where workspace_id = :w and code = :code
                        """)
                .param("w", world.workspace())
                .param("code", ticket.substring(ticket.lastIndexOf('/') + 1))
                .param("s", by.toSeconds())
                .update();
        touch(ticket);
    }

    private void touch(String ticket) {
        owner.sql("""
                        insert into time_rule_check (workspace_id, ticket_id)
                        select workspace_id, id from ticket where workspace_id = :w and code = :code on conflict do nothing
                        """)
                .param("w", world.workspace())
                .param("code", ticket.substring(ticket.lastIndexOf('/') + 1))
                .update();
        settled();
    }

    private int notes(String ticket) {
        return (int) olga.get(ticket + "/messages")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(message -> message.at("/type").asString().equals("note"))
                .count();
    }

    private String open() {
        return "/api/v1/tickets/"
                + world.anna()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Something",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "Hello")))
                        .mustBe(201)
                        .text("/code");
    }

    /** The log is read, all tickets are looked at, and nothing is due. */
    private void settled() {
        await().atMost(WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> owner.sql("""
                                select not exists (select 1 from workspaces_with_unread_log(array['rules']) as w where w = :w)
                                    and not exists (select 1 from time_rule_check where workspace_id = :w)
                                    and not exists (select 1 from time_rule_backfill where workspace_id = :w)
                                    and not exists (select 1 from time_rule_due where workspace_id = :w and due_at <= now()) as settled
                                """)
                        .param("w", world.workspace())
                        .query(Boolean.class)
                        .single());
    }
}
