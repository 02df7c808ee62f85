package org.fourleaf.massactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class MassActionsTest {

    private static final String ACTIONS = "/api/v1/mass-actions";
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final World world;
    private final Api olga;
    private final Api anna;

    MassActionsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = world.olga();
        anna = world.anna();
    }

    @Test
    void a_selection_is_changed_and_put_back() {
        List<String> codes = open(5, "sel");
        anna.patch("/api/v1/tickets/" + codes.get(0), Map.of("priority", "low", "tags", List.of("old", "keep")))
                .mustBe(200);
        Map<String, Object> act = Map.of(
                "status",
                "resolved",
                "priority",
                "urgent",
                "assignee",
                World.ANNA,
                "add_tags",
                List.of("done", "KEEP"),
                "remove_tags",
                List.of("Old"));
        JsonNode done = ended(anna, start(anna, codes(codes), act));
        assertThat(done.at("/state").asString()).isEqualTo("done");
        assertThat(done.at("/total").asInt()).isEqualTo(5);
        assertThat(done.at("/done").asInt()).isEqualTo(5);
        assertThat(done.at("/undoable").asBoolean()).isTrue();
        for (String code : codes) {
            Api.Answer ticket = anna.get("/api/v1/tickets/" + code);
            assertThat(ticket.text("/status")).isEqualTo("resolved");
            assertThat(ticket.text("/priority")).isEqualTo("urgent");
            assertThat(ticket.text("/assignee/email")).isEqualTo(World.ANNA);
        }
        assertThat(tags(codes.get(0))).containsExactly("done", "keep");
        assertThat(kinds(codes.get(1))).contains("ticket.resolved", "ticket.assigned", "ticket.tagged");
        anna.post(path(done) + "/undo", Map.of()).mustBe(202);
        JsonNode undone = ended(anna, path(done));
        assertThat(undone.at("/state").asString()).isEqualTo("undone");
        assertThat(undone.at("/undone").asInt()).isEqualTo(5);
        Api.Answer first = anna.get("/api/v1/tickets/" + codes.get(0));
        assertThat(first.text("/status")).isEqualTo("new");
        assertThat(first.text("/priority")).isEqualTo("low");
        assertThat(first.body().at("/assignee").isNull()).isTrue();
        assertThat(tags(codes.get(0))).containsExactly("keep", "old");
        anna.post(path(done) + "/undo", Map.of()).mustRefuse(409, "already-undone");
    }

    @Test
    void many_get_a_service_level_and_their_own_back() {
        String gold = level("Gold");
        List<String> codes = open(3, "level");
        anna.patch("/api/v1/tickets/" + codes.get(0), Map.of("sla_level", gold)).mustBe(200);
        String silver = level("Silver");
        JsonNode done = ended(anna, start(anna, codes(codes), Map.of("sla_level", "Silver")));
        assertThat(done.at("/done").asInt()).isEqualTo(3);
        assertThat(anna.get("/api/v1/tickets/" + codes.get(2)).text("/sla_level/id"))
                .isEqualTo(silver);
        anna.post(path(done) + "/undo", Map.of()).mustBe(202);
        assertThat(ended(anna, path(done)).at("/undone").asInt()).isEqualTo(3);
        assertThat(anna.get("/api/v1/tickets/" + codes.get(0)).text("/sla_level/id"))
                .isEqualTo(gold);
        assertThat(anna.get("/api/v1/tickets/" + codes.get(1))
                        .body()
                        .at("/sla_level")
                        .isNull())
                .isTrue();
        anna.post(ACTIONS, Map.of("selection", codes(codes), "act", Map.of("sla_level", "Nothing")))
                .mustRefuse(422, "invalid")
                .mustName("/act/sla_level");
    }

    @Test
    void a_department_s_new_level_goes_to_its_open_tickets_but_for_those_that_were_given_another() {
        List<String> codes = open(3, "house");
        anna.patch("/api/v1/tickets/" + codes.get(0), Map.of("sla_level", level("By hand")))
                .mustBe(200);
        String house = level("House");
        olga.put("/api/v1/departments/" + world.department("Support") + "/sla-level", Map.of("level", house))
                .mustBe(200);
        JsonNode done = ended(anna, start(anna, codes(codes), Map.of("sla_level", "department")));
        assertThat(done.at("/done").asInt()).isEqualTo(2);
        assertThat(done.at("/unchanged").asInt()).isOne();
        assertThat(anna.get("/api/v1/tickets/" + codes.get(0)).text("/sla_level/name"))
                .isEqualTo("By hand");
        assertThat(anna.get("/api/v1/tickets/" + codes.get(1) + "/sla").text("/origin"))
                .isEqualTo("department");
        Map<String, Object> both = Map.of("sla_level", "department", "priority", "low");
        anna.post(ACTIONS, Map.of("selection", codes(codes), "act", both)).mustRefuse(422, "invalid");
        olga.put(
                        "/api/v1/departments/" + world.department("Support") + "/sla-level",
                        Collections.singletonMap("level", null))
                .mustBe(200);
    }

    private String level(String name) {
        return olga.post(
                        "/api/v1/sla-levels",
                        Map.of("name", name, "targets", Map.of("first_answer", Map.of("normal", 90_000))))
                .mustBe(201)
                .text("/id");
    }

    @Test
    void all_that_a_list_shows_is_what_it_shows_at_the_press() {
        open(30, "sweep");
        String view = anna.post(
                        "/api/v1/views",
                        Map.of(
                                "name",
                                "Sweep",
                                "condition",
                                Map.of("field", "subject", "op", "contains", "value", "sweep")))
                .mustBe(201)
                .text("/id");
        String path = start(anna, Map.of("filter", Map.of("view", view)), Map.of("status", "pending"));
        List<String> later = open(1, "sweep");
        JsonNode done = ended(anna, path);
        assertThat(done.at("/total").asInt()).isEqualTo(30);
        assertThat(done.at("/done").asInt()).isEqualTo(30);
        assertThat(anna.get("/api/v1/tickets/" + later.getFirst()).text("/status"))
                .isEqualTo("new");
        JsonNode again = ended(anna, start(anna, Map.of("filter", Map.of("view", view)), Map.of("status", "pending")));
        assertThat(again.at("/done").asInt()).isEqualTo(1);
        assertThat(again.at("/unchanged").asInt()).isEqualTo(30);
    }

    @Test
    void what_others_changed_since_stays_as_they_left_it() {
        List<String> codes = open(3, "since");
        JsonNode done = ended(anna, start(anna, codes(codes), Map.of("status", "pending", "priority", "high")));
        olga.patch("/api/v1/tickets/" + codes.get(0), Map.of("priority", "urgent"))
                .mustBe(200);
        anna.post(path(done) + "/undo", Map.of()).mustBe(202);
        JsonNode undone = ended(anna, path(done));
        assertThat(undone.at("/undone").asInt()).isEqualTo(2);
        assertThat(undone.at("/not_undone").asInt()).isEqualTo(1);
        assertThat(undone.at("/failures/0/code").asString()).isEqualTo(codes.get(0));
        assertThat(undone.at("/failures/0/reason").asString()).isEqualTo("changed-since");
        assertThat(anna.get("/api/v1/tickets/" + codes.get(0)).text("/priority"))
                .isEqualTo("urgent");
        assertThat(anna.get("/api/v1/tickets/" + codes.get(0)).text("/status")).isEqualTo("new");
        assertThat(anna.get("/api/v1/tickets/" + codes.get(1)).text("/priority"))
                .isEqualTo("normal");
    }

    @Test
    void a_ticket_that_refuses_is_named_and_holds_up_no_other() {
        List<String> codes = open(4, "refuse");
        olga.patch("/api/v1/tickets/" + codes.get(1), Map.of("status", "deleted"))
                .mustBe(200);
        JsonNode done = ended(anna, start(anna, codes(codes), Map.of("status", "pending")));
        assertThat(done.at("/done").asInt()).isEqualTo(3);
        assertThat(done.at("/failed").asInt()).isEqualTo(1);
        assertThat(done.at("/failures/0/code").asString()).isEqualTo(codes.get(1));
        assertThat(done.at("/failures/0/reason").asString()).isEqualTo("not-possible");
        JsonNode restored = ended(olga, start(olga, codes(codes), Map.of("restore", true)));
        assertThat(restored.at("/done").asInt()).isEqualTo(1);
        assertThat(restored.at("/unchanged").asInt()).isEqualTo(3);
        assertThat(anna.get("/api/v1/tickets/" + codes.get(1)).text("/status")).isEqualTo("new");
    }

    @Test
    void nobody_does_more_at_once_than_one_by_one() {
        List<String> codes = open(2, "rights");
        anna.post(ACTIONS, Map.of("selection", codes(codes), "act", Map.of("status", "deleted")))
                .mustRefuse(403, "permission-missing");
        olga.patch("/api/v1/departments/" + world.addDepartment("Vault", List.of()), Map.of("access", "members"))
                .mustBe(200);
        olga.patch("/api/v1/tickets/" + codes.get(0), Map.of("department", "Vault"))
                .mustBe(200);
        anna.post(ACTIONS, Map.of("selection", codes(codes), "act", Map.of("priority", "high")))
                .mustRefuse(422, "invalid");
        JsonNode done = ended(
                anna,
                start(
                        anna,
                        Map.of("filter", Map.of("customer", "rights@example.org", "status", "new")),
                        Map.of("type", "problem")));
        assertThat(done.at("/failed").asInt()).isZero();
        assertThat(olga.get("/api/v1/tickets/" + codes.get(0)).text("/type")).isEqualTo("question");
        world.bram().get(path(done)).mustRefuse(404, "not-found");
        world.bram().post(path(done) + "/undo", Map.of()).mustRefuse(404, "not-found");
    }

    @Test
    void two_actions_that_cross_end_both_and_each_ticket_takes_both() throws Exception {
        List<String> codes = open(60, "cross");
        List<String> reversed = new ArrayList<>(codes).reversed();
        AtomicInteger turn = new AtomicInteger();
        List<String> paths = Together.call(
                2,
                () -> turn.getAndIncrement() == 0
                        ? start(anna, codes(codes), Map.of("add_tags", List.of("left")))
                        : start(olga, codes(reversed), Map.of("add_tags", List.of("right"), "priority", "high")));
        List<JsonNode> both = List.of(paths.stream()
                .map(path -> anna.get(path).status() == 200 ? ended(anna, path) : ended(olga, path))
                .toArray(JsonNode[]::new));
        assertThat(both)
                .allSatisfy(action -> assertThat(action.at("/done").asInt()).isEqualTo(60));
        for (String code : codes) {
            assertThat(tags(code)).containsExactly("left", "right");
        }
        long tagged =
                kinds(codes.getFirst()).stream().filter("ticket.tagged"::equals).count();
        assertThat(tagged).isEqualTo(2);
    }

    @Test
    void changes_by_hand_go_on_while_an_action_runs() throws Exception {
        List<String> codes = open(40, "busy");
        String path = start(anna, codes(codes), Map.of("status", "pending"));
        AtomicInteger next = new AtomicInteger();
        List<Integer> statuses = Together.call(
                8,
                () -> olga.patch("/api/v1/tickets/" + codes.get(next.getAndIncrement()), Map.of("priority", "low"))
                        .status());
        assertThat(statuses).containsOnly(200);
        assertThat(ended(anna, path).at("/done").asInt()).isEqualTo(40);
        assertThat(olga.get("/api/v1/tickets/" + codes.getFirst()).text("/priority"))
                .isEqualTo("low");
    }

    @Test
    void one_that_is_stopped_keeps_what_it_did_and_can_take_that_back() throws Exception {
        List<String> codes = open(200, "stop");
        String path = start(anna, codes(codes), Map.of("priority", "high"));
        int stopped = anna.post(path + "/cancel", Map.of()).status();
        JsonNode ended = ended(anna, path);
        if (stopped == 200) {
            assertThat(ended.at("/state").asString()).isEqualTo("cancelled");
        }
        anna.post(path + "/cancel", Map.of()).mustRefuse(409, "not-running");
        int done = ended.at("/done").asInt();
        if (done > 0) {
            List<Integer> undos =
                    Together.call(3, () -> anna.post(path + "/undo", Map.of()).status());
            assertThat(undos).containsOnlyOnce(202);
            assertThat(ended(anna, path).at("/undone").asInt()).isEqualTo(done);
        } else {
            anna.post(path + "/undo", Map.of()).mustRefuse(409, "not-undoable");
        }
        assertThat(anna.get("/api/v1/tickets/count?customer=stop@example.org")
                        .body()
                        .at("/count")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void what_is_asked_wrongly_is_named() {
        List<String> codes = open(1, "wrong");
        Map<String, Object> fine = Map.of("priority", "high");
        refused(Map.of(), fine, "/selection");
        refused(Map.of("codes", codes, "filter", Map.of()), fine, "/selection");
        refused(Map.of("codes", List.of()), fine, "/selection");
        refused(codes(List.of("ABC-DEFGH-123")), fine, "/selection/codes/0");
        refused(codes(codes), Map.of(), "/act");
        refused(codes(codes), Map.of("status", "calling"), "/act/status");
        refused(codes(codes), Map.of("status", "postponed"), "/act/postponed_until");
        refused(
                codes(codes),
                Map.of("status", "postponed", "postponed_until", "2001-01-01T00:00:00Z"),
                "/act/postponed_until");
        refused(codes(codes), Map.of("department", "Nowhere"), "/act/department");
        refused(codes(codes), Map.of("assignee", "nobody@example.com"), "/act/assignee");
        refused(codes(codes), Map.of("restore", true, "status", "open"), "/act/restore");
        anna.post(ACTIONS, Map.of("selection", codes(codes), "act", Map.of("colour", "red")))
                .mustBe(400);
        anna.post(ACTIONS, Map.of("selection", Map.of("filter", Map.of("status", "happy")), "act", fine))
                .mustBe(400);
        anna.post(ACTIONS, Map.of("act", fine)).mustName("/selection");
        anna.get(ACTIONS + "/" + world.workspace()).mustRefuse(404, "not-found");
        JsonNode slept = ended(
                anna,
                start(
                        anna,
                        codes(codes),
                        Map.of(
                                "status",
                                "postponed",
                                "postponed_until",
                                Instant.now().plusSeconds(90_000).toString())));
        assertThat(slept.at("/done").asInt()).isEqualTo(1);
        assertThat(anna.get(ACTIONS + "?limit=1")
                        .mustBe(200)
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(slept.at("/id").asString());
    }

    private void refused(Map<String, ?> selection, Map<String, ?> act, String pointer) {
        anna.post(ACTIONS, Map.of("selection", selection, "act", act))
                .mustRefuse(422, "invalid")
                .mustName(pointer);
    }

    private static Map<String, Object> codes(List<String> codes) {
        return Map.of("codes", codes);
    }

    private static String start(Api api, Map<String, ?> selection, Map<String, ?> act) {
        Api.Answer started =
                api.post(ACTIONS, Map.of("selection", selection, "act", act)).mustBe(202);
        String path = String.valueOf(started.header("Location"));
        assertThat(path).isEqualTo(ACTIONS + "/" + started.text("/id"));
        return path;
    }

    private static String path(JsonNode action) {
        return ACTIONS + "/" + action.at("/id").asString();
    }

    private static JsonNode ended(Api api, String path) {
        return await().atMost(WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> api.get(path).mustBe(200).body(),
                        action -> !action.at("/ended_at").isNull());
    }

    private List<String> tags(String code) {
        return anna.get("/api/v1/tickets/" + code)
                .body()
                .at("/tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> kinds(String code) {
        return anna.get("/api/v1/tickets/" + code + "/history")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private List<String> open(int n, String subject) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Map<String, Object> ticket = new HashMap<>();
            ticket.put("subject", subject + " " + i);
            ticket.put("department", "Support");
            ticket.put("customer", Map.of("email", subject + "@example.org"));
            ticket.put("message", Map.of("text", "Words"));
            codes.add(olga.post("/api/v1/tickets", ticket).mustBe(201).text("/code"));
        }
        return codes;
    }
}
