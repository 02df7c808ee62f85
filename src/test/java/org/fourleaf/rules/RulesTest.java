package org.fourleaf.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InFourleaf
class RulesTest {

    private static final String RULES = "/api/v1/rules";
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final Worlds worlds;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private World world;
    private Api olga;

    RulesTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
        olga = world.olga();
    }

    @BeforeEach
    void aWorldWithoutRules() {
        world = worlds.fresh();
        olga = world.olga();
    }

    @Test
    void social_tickets_go_to_marketing() {
        world.addDepartment("Marketing", List.of());
        JsonNode rule = olga.post(
                        RULES,
                        Map.of(
                                "name",
                                "Route social tickets to marketing",
                                "notes",
                                "They answer there.",
                                "active",
                                true,
                                "apply_when",
                                "ticket_created",
                                "condition",
                                any(all(test("source", "is", List.of("facebook", "instagram", "x", "viber")))),
                                "actions",
                                List.of(Map.of("type", "transfer", "department", "Marketing", "assign", "unassigned"))))
                .mustBe(201)
                .body();
        assertThat(rule.at("/actions/0/department").asString())
                .isEqualTo(world.department("Marketing").toString());
        assertThat(rule.at("/names").valueStream().map(JsonNode::asString)).contains("Marketing");
        String social = open(Map.of("channel", "facebook"));
        String mail = open(Map.of("channel", "email"));
        settled();
        assertThat(olga.get(social).text("/department/name")).isEqualTo("Marketing");
        assertThat(olga.get(social).body().at("/assignee").isNull()).isTrue();
        assertThat(olga.get(mail).text("/department/name")).isEqualTo("Support");
        JsonNode line = history(social).stream()
                .filter(entry -> entry.at("/kind").asString().equals("rule.ran"))
                .findFirst()
                .orElseThrow();
        assertThat(line.at("/by/kind").asString()).isEqualTo("rule");
        assertThat(line.at("/by/name").asString()).isEqualTo("Route social tickets to marketing");
        JsonNode run = olga.get(RULES + "/" + rule.at("/id").asString() + "/runs")
                .mustBe(200)
                .body();
        assertThat(run.at("/items/0/outcome").asString()).isEqualTo("ran");
        assertThat(run.at("/items/0/ticket/code").asString()).isEqualTo(code(social));
        assertThat(run.at("/items").size()).isEqualTo(1);
    }

    @Test
    void a_rule_gives_a_service_level_and_hears_of_its_breach() {
        olga.post(
                        "/api/v1/sla-levels",
                        Map.of("name", "Instant", "targets", Map.of("first_answer", Map.of("normal", 1))))
                .mustBe(201);
        rule("Give", "ticket_created", null, List.of(Map.of("type", "set_sla_level", "sla_level", "Instant")));
        rule("Hear", "sla_breached", null, List.of(tag("late")));
        String ticket = open(Map.of());
        await().atMost(Duration.ofMinutes(2)).until(() -> tags(ticket).contains("late"));
        assertThat(olga.get(ticket).text("/sla_level/name")).isEqualTo("Instant");
        Map<String, Object> wrong = new HashMap<>(Map.of("name", "x", "apply_when", "ticket_created"));
        wrong.put("actions", List.of(Map.of("type", "set_sla_level", "sla_level", "Nothing")));
        olga.post(RULES, wrong).mustBe(422).mustName("/actions/0/sla_level");
    }

    @Test
    void a_rule_that_is_switched_off_does_nothing_from_then_on() {
        String id = rule("Tag", "ticket_created", null, List.of(tag("seen")));
        String one = open(Map.of());
        settled();
        assertThat(tags(one)).containsExactly("seen");
        olga.patch(RULES + "/" + id, Map.of("active", false)).mustBe(200);
        String two = open(Map.of());
        settled();
        assertThat(tags(two)).isEmpty();
    }

    @Test
    void rules_are_asked_in_their_order_and_a_stop_ends_it() {
        String first = rule("First", "ticket_created", null, List.of(priority("high")));
        String second = rule(
                "Second",
                "ticket_created",
                all(test("priority", "is", "high")),
                List.of(tag("second"), Map.of("type", "stop")));
        rule("Third", "ticket_created", null, List.of(tag("third")));
        String ticket = open(Map.of());
        settled();
        assertThat(tags(ticket)).containsExactly("second");
        olga.put(RULES + "/order", Map.of("rules", List.of(second, first))).mustBe(204);
        String after = open(Map.of());
        settled();
        assertThat(tags(after)).containsExactly("third");
    }

    @Test
    void a_rule_awards_points_and_an_earned_badge_once_to_whoever_owns_the_ticket() {
        String badge = olga.post(
                        "/api/v1/badges",
                        Map.of(
                                "name",
                                "Rescuer",
                                "metric",
                                "answers",
                                "kind",
                                "earned",
                                "tiers",
                                Map.of("bronze", 1_000)))
                .mustBe(201)
                .text("/id");
        rule(
                "Thank",
                "ticket_created",
                null,
                List.of(
                        Map.of("type", "assign", "assign", World.ANNA),
                        Map.of("type", "award_points", "points", 7),
                        Map.of("type", "award_badge", "badge", badge)));
        open(Map.of());
        open(Map.of());
        settled();
        await().atMost(WITHIN)
                .until(() -> world.anna()
                                .get("/api/v1/game/agents/me")
                                .body()
                                .at("/points")
                                .asInt()
                        == 14);
        JsonNode awards =
                olga.get("/api/v1/awards?badge=" + badge).mustBe(200).body().at("/items");
        assertThat(awards.size()).isEqualTo(1);
        assertThat(awards.at("/0/agent/email").asString()).isEqualTo(World.ANNA);
        assertThat(awards.at("/0/tier").asString()).isEqualTo("bronze");
        olga.post(
                        RULES,
                        Map.of(
                                "name",
                                "No",
                                "apply_when",
                                "ticket_created",
                                "actions",
                                List.of(Map.of("type", "award_badge", "badge", "express"))))
                .mustRefuse(422, "invalid");
        olga.post(
                        RULES,
                        Map.of(
                                "name",
                                "No",
                                "apply_when",
                                "ticket_created",
                                "actions",
                                List.of(Map.of("type", "award_points", "points", 5_000))))
                .mustRefuse(422, "invalid");
    }

    @Test
    void a_rule_never_reacts_to_its_own_doing_and_another_does() {
        rule("Tagger", "tags_changed", null, List.of(tag("mine")));
        rule("Watcher", "tags_changed", all(test("tag", "is", List.of("mine"))), List.of(priority("urgent")));
        String ticket = open(Map.of("tags", List.of("first")));
        settled();
        assertThat(tags(ticket)).containsExactly("first", "mine");
        assertThat(olga.get(ticket).text("/priority")).isEqualTo("urgent");
        assertThat(history(ticket).stream()
                        .filter(line -> line.at("/kind").asString().equals("rule.ran"))
                        .filter(line -> line.at("/by/name").asString().equals("Tagger")))
                .hasSize(1);
    }

    @Test
    void rules_that_feed_each_other_are_cut_short_and_shown_as_broken() {
        olga.post("/api/v1/tags", Map.of("name", "ping")).mustBe(201);
        String on = rule("On", "tags_changed", all(test("tag", "is_not", List.of("ping"))), List.of(tag("ping")));
        String off = rule(
                "Off",
                "tags_changed",
                all(test("tag", "is", List.of("ping"))),
                List.of(Map.of("type", "remove_tags", "tags", List.of("ping"))));
        String ticket = open(Map.of("tags", List.of("start")));
        settled();
        long ran = history(ticket).stream()
                .filter(line -> line.at("/kind").asString().equals("rule.ran"))
                .count();
        // The two of the first event, and those in a row that follow from it.
        assertThat(ran).isBetween((long) RuleEvent.CHAIN_MAX, 2L + RuleEvent.CHAIN_MAX);
        for (String id : List.of(on, off)) {
            JsonNode broken = olga.get(RULES + "/" + id).mustBe(200).body().at("/broken");
            assertThat(broken.at("/kind").asString()).isEqualTo("loop");
            assertThat(broken.at("/reason").asString()).contains("On", "Off", "8");
        }
    }

    @Test
    void rules_that_each_set_off_several_are_cut_short_as_a_whole() {
        for (String name : List.of("one", "two", "three", "four")) {
            rule("Add " + name, "tags_changed", all(test("subject", "contains", "Storm")), List.of(tag(name)));
            rule(
                    "Take " + name,
                    "tags_changed",
                    all(test("subject", "contains", "Storm")),
                    List.of(Map.of("type", "remove_tags", "tags", List.of(name))));
        }
        String ticket = open(Map.of("subject", "Storm", "tags", List.of("start")));
        settled();
        long ran = owner.sql("select count(*) from rule_run where workspace_id = :w and outcome = 1")
                .param("w", world.workspace())
                .query(Long.class)
                .single();
        assertThat(ran).isBetween(9L, 8L + RuleEvent.FAMILY_MAX);
        assertThat(olga.get(RULES).body().at("/items").valueStream())
                .anyMatch(rule -> rule.at("/broken/kind").asString("").equals("loop")
                        && rule.at("/broken/reason").asString().contains("20 runs"));
        assertThat(olga.get(ticket).text("/status")).isEqualTo("new");
    }

    @Test
    void a_rule_whose_department_was_deleted_is_broken_and_runs_again_when_mended() {
        world.addDepartment("Marketing", List.of());
        String id = rule(
                "To marketing",
                "ticket_created",
                null,
                List.of(tag("moved"), Map.of("type", "transfer", "department", "Marketing")));
        olga.delete("/api/v1/departments/" + world.department("Marketing") + "?move_to=" + world.department("Support"))
                .mustBe(204);
        String ticket = open(Map.of());
        settled();
        assertThat(tags(ticket)).isEmpty();
        JsonNode broken = olga.get(RULES + "/" + id).mustBe(200).body().at("/broken");
        assertThat(broken.at("/kind").asString()).isEqualTo("missing");
        assertThat(broken.at("/missing/0/pointer").asString()).isEqualTo("/actions/1/department");
        JsonNode passed =
                olga.get(RULES + "/" + id + "/runs").mustBe(200).body().at("/items");
        assertThat(passed.size()).isOne();
        assertThat(passed.at("/0/outcome").asString()).isEqualTo("passed_over");
        assertThat(passed.at("/0/ticket/code").asString()).isEqualTo(code(ticket));
        olga.patch(RULES + "/" + id, Map.of("actions", List.of(tag("moved")))).mustBe(200);
        String later = open(Map.of());
        settled();
        assertThat(tags(later)).containsExactly("moved");
        assertThat(olga.get(RULES + "/" + id).body().at("/broken").isNull()).isTrue();
    }

    @Test
    void an_action_that_a_ticket_refuses_undoes_its_rule_alone() {
        String id = rule(
                "Refused",
                "ticket_created",
                null,
                List.of(tag("half"), Map.of("type", "merge_into", "ticket", "linked")));
        rule("Fine", "ticket_created", null, List.of(tag("fine")));
        String ticket = "";
        for (int i = 0; i < 3; i++) {
            ticket = open(Map.of());
        }
        settled();
        assertThat(tags(ticket)).containsExactly("fine");
        JsonNode rule = olga.get(RULES + "/" + id).mustBe(200).body();
        assertThat(rule.at("/broken/kind").asString()).isEqualTo("failed");
        assertThat(rule.at("/broken/reason").asString()).contains("follows no other");
        assertThat(olga.get(RULES + "/" + id + "/runs")
                        .body()
                        .at("/items/0/outcome")
                        .asString())
                .isEqualTo("failed");
    }

    @Test
    void the_first_message_is_no_message_added() {
        rule("Count", "message_added", all(test("direction", "is", "in")), List.of(priority("low")));
        String ticket = open(Map.of());
        settled();
        assertThat(olga.get(ticket).text("/priority")).isEqualTo("normal");
    }

    @Test
    void opening_and_leaving_a_ticket_set_rules_off_once() {
        rule("Opened", "opened_by_agent", null, List.of(tag("opened")));
        rule("Left", "left_by_agent", null, List.of(priority("high")));
        String ticket = open(Map.of());
        Map<String, Object> beat = Map.of("tab", UUID.randomUUID(), "state", "viewing");
        world.anna().put(ticket + "/attention", beat).mustBe(200);
        world.anna().put(ticket + "/attention", beat).mustBe(200);
        settled();
        assertThat(tags(ticket)).containsExactly("opened");
        assertThat(olga.get(ticket).text("/priority")).isEqualTo("normal");
        assertThat(history(ticket).stream()
                        .filter(line -> line.at("/kind").asString().equals("rule.ran")))
                .hasSize(1);
    }

    @Test
    void rules_are_taken_out_by_name_and_put_in_again() {
        rule(
                "Anna's",
                "ticket_created",
                all(test("department", "is", "Support"), test("assignee", "is_not", World.BRAM)),
                List.of(tag("kept"), Map.of("type", "transfer", "department", "Sales", "assign", World.BRAM)));
        JsonNode file = olga.get(RULES + "/export").mustBe(200).body();
        assertThat(file.at("/rules/0/condition/all/0/value").asString()).isEqualTo("Support");
        assertThat(file.at("/rules/0/actions/1/assign").asString()).isEqualTo(World.BRAM);
        olga.post(RULES + "/import", file).mustBe(201);
        JsonNode both = olga.get(RULES).mustBe(200).body().at("/items");
        assertThat(both.size()).isEqualTo(2);
        assertThat(both.at("/1/condition")).isEqualTo(both.at("/0/condition"));
        assertThat(both.at("/1/actions")).isEqualTo(both.at("/0/actions"));
        world = worlds.fresh();
        olga = world.olga();
        assertThat(olga.post(RULES + "/import", file)
                        .mustBe(201)
                        .body()
                        .at("/items")
                        .size())
                .isOne();
    }

    @Test
    void a_trial_says_for_each_ticket_what_failed() {
        open(Map.of("subject", "Refund please", "channel", "chat"));
        open(Map.of("subject", "Hello"));
        JsonNode tried = olga.post(
                        RULES + "/dry-run",
                        Map.of(
                                "apply_when",
                                "ticket_created",
                                "condition",
                                all(test("subject", "contains", "REFUND"), test("channel", "is", "chat"))))
                .mustBe(200)
                .body();
        assertThat(tried.at("/checked").asInt()).isEqualTo(2);
        assertThat(tried.at("/matched").asInt()).isOne();
        assertThat(tried.at("/items/0/matched").asBoolean()).isFalse();
        assertThat(tried.at("/items/0/failed/0/pointer").asString()).isEqualTo("/all/0");
        assertThat(tried.at("/items/0/failed/0/has/0").asString()).isEqualTo("Hello");
        assertThat(tried.at("/items/1/matched").asBoolean()).isTrue();
    }

    @Test
    void what_is_imported_sets_off_no_rule() {
        rule("Any", "ticket_created", null, List.of(tag("ruled")));
        olga.send(
                        "POST",
                        "/api/v1/imports/tickets",
                        ("{\"external_id\":\"T-1\",\"subject\":\"Old\",\"department\":\"Support\",\"channel\":\"email\",\"status\":\"open\","
                                        + "\"created_at\":\"2026-03-02T09:15:00Z\",\"customer\":{\"email\":\"omar@example.org\"},\"messages\":[]}\n")
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        await().atMost(WITHIN)
                .until(() -> olga.get("/api/v1/tickets?q=Old")
                                        .body()
                                        .at("/items")
                                        .size()
                                == 1
                        || olga.get("/api/v1/tickets").body().at("/items").size() == 1);
        settled();
        assertThat(owner.sql("select count(*) from rule_run where workspace_id = :w")
                        .param("w", world.workspace())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_was_written_can_be_asked() {
        rule(
                "Refund",
                "ticket_created",
                all(test("body", "contains", "GRĄŽINTI"), test("body", "matches", "(?i)order \\d{3,5}\\b")),
                List.of(tag("refund")));
        String ticket = open(Map.of("message", Map.of("text", "Noriu grazinti: order 1234!")));
        String other = open(Map.of("message", Map.of("text", "Noriu grąžinti: order 12")));
        settled();
        assertThat(tags(ticket)).containsExactly("refund");
        assertThat(tags(other)).isEmpty();
    }

    @Test
    void wrong_rules_are_refused_with_the_place_of_the_fault() {
        refused(Map.of("condition", test("colour", "is", "red")), "/condition/field");
        refused(Map.of("condition", all(test("subject", "matches", "(a+"))), "/condition/all/0/value");
        refused(Map.of("condition", all(test("subject", "matches", "((a{100}){100}){100}"))), "/condition/all/0/value");
        refused(Map.of("condition", all(test("assignee", "is", "me"))), "/condition/all/0/value");
        refused(Map.of("condition", all(test("department", "is", "Nowhere"))), "/condition/all/0/value");
        refused(Map.of("actions", List.of()), "/actions");
        refused(Map.of("actions", List.of(Map.of("type", "transfer"))), "/actions/0/department");
        refused(
                Map.of("actions", List.of(Map.of("type", "transfer", "department", "Nowhere"))),
                "/actions/0/department");
        refused(
                Map.of("actions", List.of(Map.of("type", "assign", "assign", "nobody@example.com"))),
                "/actions/0/assign");
        refused(Map.of("actions", List.of(Map.of("type", "add_note", "html", "{customer.shoe}"))), "/actions/0/html");
        refused(Map.of("actions", List.of(Map.of("type", "postpone", "seconds", -5))), "/actions/0/seconds");
        refused(
                Map.of("actions", List.of(Map.of("type", "send_mail", "to", List.of("x"), "html", "y"))),
                "/actions/0/to/0");
        refused(
                Map.of("actions", List.of(Map.of("type", "set_fields", "fields", Map.of("none", 1)))),
                "/actions/0/fields/none");
        olga.post(RULES, with(Map.of("apply_when", "moon_is_full"))).mustBe(400);
        world.anna().get(RULES).mustRefuse(403, "permission-missing");
        world.anna().post(RULES, with(Map.of())).mustRefuse(403, "permission-missing");
    }

    private void refused(Map<String, ?> part, String pointer) {
        Api.Answer answer = olga.post(RULES, with(part)).mustRefuse(422, "invalid");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private static Map<String, Object> with(Map<String, ?> part) {
        Map<String, Object> rule = new HashMap<>(
                Map.of("name", "Any", "apply_when", "ticket_created", "actions", List.of(Map.of("type", "spam"))));
        rule.putAll(part);
        return rule;
    }

    private String rule(String name, String when, @Nullable Object condition, List<?> actions) {
        Map<String, Object> rule = new HashMap<>(Map.of("name", name, "apply_when", when, "actions", actions));
        if (condition != null) {
            rule.put("condition", condition);
        }
        return olga.post(RULES, rule).mustBe(201).text("/id");
    }

    private static Map<String, Object> test(String field, String op, Object value) {
        return Map.of("field", field, "op", op, "value", value);
    }

    private static Map<String, Object> all(Object... parts) {
        return Map.of("all", List.of(parts));
    }

    private static Map<String, Object> any(Object... parts) {
        return Map.of("any", List.of(parts));
    }

    private static Map<String, Object> tag(String name) {
        return Map.of("type", "add_tags", "tags", List.of(name));
    }

    private static Map<String, Object> priority(String name) {
        return Map.of("type", "set_priority", "priority", name);
    }

    private String open(Map<String, ?> part) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "subject", "Something", "customer", Map.of("email", World.OMAR), "message", Map.of("text", "Hello")));
        body.putAll(part);
        return "/api/v1/tickets/"
                + world.anna().post("/api/v1/tickets", body).mustBe(201).text("/code");
    }

    private List<String> tags(String ticket) {
        return olga.get(ticket)
                .mustBe(200)
                .body()
                .at("/tags")
                .valueStream()
                .map(tag -> tag.isString() ? tag.asString() : tag.at("/name").asString())
                .sorted()
                .toList();
    }

    private List<JsonNode> history(String ticket) {
        return olga.get(ticket + "/history?limit=200")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static String code(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    /** The log is read and no event waits for a rule any more. */
    private void settled() {
        await().atMost(WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> owner.sql("""
                                select not exists (select 1 from workspaces_with_unread_log(array['rules']) as w where w = :w)
                                    and not exists (select 1 from rule_todo where workspace_id = :w) as settled
                                """)
                        .param("w", world.workspace())
                        .query(Boolean.class)
                        .single());
    }
}
