package org.fourleaf.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class ViewsTest {

    private static final String VIEWS = "/api/v1/views";

    private final World world;
    private final Api olga;
    private final Api anna;
    private final Api bram;

    ViewsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = world.olga();
        anna = world.anna();
        bram = world.bram();
    }

    @Test
    void a_view_lists_and_counts_what_fits_its_condition() {
        open("Printer on fire", "high", List.of("hardware"));
        open("Printer out of paper", "low", List.of("hardware"));
        open("Where is my parcel", "high", List.of());
        Api.Answer view = add(
                anna,
                "Burning",
                Map.of(
                        "all",
                        List.of(
                                test("tag", "is", "hardware"),
                                Map.of(
                                        "any",
                                        List.of(
                                                test("priority", "is", List.of("high", "urgent")),
                                                test("subject", "contains", "FIRE"))))));
        String id = view.text("/id");
        assertThat(subjects(anna, "?view=" + id)).containsExactly("Printer on fire");
        assertThat(subjects(anna, "?sort=importance&view=" + id)).containsExactly("Printer on fire");
        assertThat(subjects(anna, "?status=resolved&view=" + id)).isEmpty();
        assertThat(anna.get("/api/v1/tickets/count?view=" + id)
                        .mustBe(200)
                        .body()
                        .at("/count")
                        .asInt())
                .isEqualTo(1);
        JsonNode counted = anna.get("/api/v1/counts")
                .mustBe(200)
                .body()
                .at("/saved")
                .valueStream()
                .filter(line -> line.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(counted.at("/count").asInt()).isEqualTo(1);
        assertThat(counted.at("/more").asBoolean()).isFalse();
        assertThat(view.body().at("/names").properties()).hasSize(1);
        assertThat(view.header("Location")).isEqualTo(VIEWS + "/" + id);
        assertThat(view.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void only_those_it_is_for_find_a_view() {
        String mine = add(anna, "Mine", test("status", "is", "new")).text("/id");
        bram.get(VIEWS + "/" + mine).mustRefuse(404, "not-found");
        bram.get("/api/v1/tickets?view=" + mine).mustRefuse(404, "not-found");
        bram.patch(VIEWS + "/" + mine, Map.of("name", "His")).mustRefuse(404, "not-found");
        anna.patch(VIEWS + "/" + mine, Map.of("sharing", "shared", "agents", List.of(World.BRAM)))
                .mustBe(200);
        assertThat(bram.get(VIEWS + "/" + mine)
                        .mustBe(200)
                        .body()
                        .at("/editable")
                        .asBoolean())
                .isFalse();
        bram.patch(VIEWS + "/" + mine, Map.of("name", "His")).mustRefuse(403, "not-yours");
        bram.delete(VIEWS + "/" + mine).mustRefuse(403, "not-yours");
        anna.patch(VIEWS + "/" + mine, Map.of("agents", List.of(), "departments", List.of("Sales")))
                .mustBe(200);
        bram.get(VIEWS + "/" + mine).mustBe(200);
        anna.patch(VIEWS + "/" + mine, Map.of("sharing", "private")).mustBe(200);
        bram.get(VIEWS + "/" + mine).mustRefuse(404, "not-found");
        anna.patch(VIEWS + "/" + mine, Map.of("sharing", "public")).mustRefuse(403, "permission-missing");
        String everybodys = olga.post(VIEWS, body("Everybody's", test("status", "is", "new"), "public"))
                .mustBe(201)
                .text("/id");
        bram.get(VIEWS + "/" + everybodys).mustBe(200);
        bram.patch(VIEWS + "/" + everybodys, Map.of("name", "x")).mustRefuse(403, "permission-missing");
    }

    @Test
    void the_same_view_shows_each_agent_only_what_they_may_see() {
        world.addDepartment("Secret", List.of());
        String secret =
                olga.get("/api/v1/departments/" + world.department("Secret")).text("/id");
        olga.patch("/api/v1/departments/" + secret, Map.of("access", "members")).mustBe(200);
        Map<String, Object> ticket = ticket("Hidden treasure", "normal", List.of());
        ticket.put("department", "Secret");
        olga.post("/api/v1/tickets", ticket).mustBe(201);
        String view = olga.post(VIEWS, body("Treasure", test("subject", "contains", "treasure"), "public"))
                .mustBe(201)
                .text("/id");
        assertThat(subjects(olga, "?view=" + view)).containsExactly("Hidden treasure");
        assertThat(subjects(bram, "?view=" + view)).isEmpty();
        assertThat(bram.get("/api/v1/tickets/count?view=" + view)
                        .body()
                        .at("/count")
                        .asInt())
                .isZero();
    }

    @Test
    void me_and_my_departments_are_whoever_looks() {
        String code = open("For Anna", "normal", List.of());
        olga.patch("/api/v1/tickets/" + code, Map.of("assignee", World.ANNA)).mustBe(200);
        String mine = olga.post(VIEWS, body("Mine", test("assignee", "is", "me"), "public"))
                .mustBe(201)
                .text("/id");
        assertThat(subjects(anna, "?view=" + mine)).contains("For Anna");
        assertThat(subjects(bram, "?view=" + mine)).isEmpty();
        String ours = olga.post(VIEWS, body("Ours", test("department", "is", "mine"), "public"))
                .mustBe(201)
                .text("/id");
        assertThat(subjects(anna, "?view=" + ours)).contains("For Anna");
        assertThat(subjects(bram, "?view=" + ours)).doesNotContain("For Anna");
    }

    @Test
    void a_view_that_names_what_is_gone_says_so_and_can_be_mended() {
        String tag =
                olga.post("/api/v1/tags", Map.of("name", "doomed")).mustBe(201).text("/id");
        String view = add(anna, "Doomed", test("tag", "is", "doomed")).text("/id");
        olga.delete("/api/v1/tags/" + tag).mustBe(204);
        Api.Answer broken = anna.get(VIEWS + "/" + view).mustBe(200);
        assertThat(broken.text("/missing/0/field")).isEqualTo("tag");
        assertThat(broken.text("/missing/0/value")).isEqualTo(tag);
        anna.get("/api/v1/tickets?view=" + view).mustRefuse(409, "view-broken");
        anna.get("/api/v1/tickets/count?view=" + view).mustRefuse(409, "view-broken");
        anna.get("/api/v1/counts").mustBe(200);
        anna.patch(VIEWS + "/" + view, Map.of("condition", test("tag", "not_set", null)))
                .mustBe(200);
        anna.get("/api/v1/tickets?view=" + view).mustBe(200);
    }

    @Test
    void a_view_by_a_field_breaks_with_the_field() {
        String field = olga.post(
                        "/api/v1/fields", Map.of("subject", "ticket", "name", "Size", "key", "size", "type", "number"))
                .mustBe(201)
                .text("/id");
        Map<String, Object> big = ticket("Big", "normal", List.of());
        big.put("fields", Map.of("size", 40));
        olga.post("/api/v1/tickets", big).mustBe(201);
        String view =
                add(anna, "Big ones", test("fields.size", "greater", 39.5)).text("/id");
        assertThat(subjects(anna, "?view=" + view)).containsExactly("Big");
        olga.delete("/api/v1/fields/" + field).mustBe(204);
        assertThat(anna.get(VIEWS + "/" + view).mustBe(200).text("/missing/0/field"))
                .isEqualTo("fields.size");
        anna.get("/api/v1/tickets?view=" + view).mustRefuse(409, "view-broken");
    }

    @Test
    void a_condition_that_is_none_is_named_by_its_place() {
        refused(test("colour", "is", "red"), "/condition/field");
        refused(test("status", "before", "new"), "/condition/op");
        refused(test("status", "is", "happy"), "/condition/value");
        refused(test("tag", "is", "nobody-made-it"), "/condition/value");
        refused(test("department", "is", "Nowhere"), "/condition/value");
        refused(test("assignee", "is", "nobody@example.com"), "/condition/value");
        refused(test("company", "is", "Nobody Ltd"), "/condition/value");
        refused(test("created", "older_than", "three days"), "/condition/value");
        refused(test("created", "older_than", -1), "/condition/value");
        refused(test("created", "older_than", 1.5), "/condition/value");
        refused(test("created", "before", "+999999999-12-31T23:59:59Z"), "/condition/value");
        refused(test("due", "overdue", true), "/condition/value");
        refused(test("linked", "is", "yes"), "/condition/value");
        refused(test("fields.size", "less", "many"), "/condition/value");
        refused(test("fields.nobody_asked", "set", null), "/condition/field");
        refused(test("subject", "contains", "x".repeat(501)), "/condition/value");
        refused(test("subject", "contains", List.of(Map.of("a", 1))), "/condition/value");
        refused(Map.of(), "/condition");
        refused(Map.of("all", List.of(), "field", "status"), "/condition");
        refused(Map.of("any", List.of(test("x", "is", 1))), "/condition/any/0/field");
    }

    @Test
    void conditions_are_bounded() {
        List<String> tags = IntStream.range(0, 10_000).mapToObj(i -> "tag" + i).toList();
        refused(test("tag", "is", tags), "/condition/value");
        Object nested = test("status", "is", "new");
        for (int i = 0; i < 5; i++) {
            nested = Map.of("all", List.of(nested));
        }
        refused(nested, "/condition/all/0/all/0/all/0/all/0");
        Object many = test("status", "is", "new");
        refused(Map.of("any", IntStream.range(0, 51).mapToObj(i -> many).toList()), "/condition/any");
        List<Object> halves = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            halves.add(Map.of("any", IntStream.range(0, 30).mapToObj(j -> many).toList()));
        }
        refused(Map.of("all", halves), "/condition/all/1/any/20");
        Object abyss = test("status", "is", "new");
        for (int i = 0; i < 200; i++) {
            abyss = Map.of("all", List.of(abyss));
        }
        assertThat(anna.post(VIEWS, body("Abyss", abyss, "private")).status()).isBetween(400, 422);
    }

    @Test
    void what_else_is_wrong_is_named() {
        Object fine = test("status", "is", "new");
        Map<String, Object> body = body("x", fine, "private");
        body.put("columns", List.of("subject", "shoe_size"));
        anna.post(VIEWS, body).mustRefuse(422, "invalid").mustName("/columns/1");
        body.put("columns", List.of("subject", "fields.size"));
        body.put("sort", "best");
        anna.post(VIEWS, body).mustRefuse(422, "invalid").mustName("/sort");
        body.put("sort", "importance");
        body.put("sharing", "shared");
        body.put("agents", List.of("nobody@example.com"));
        anna.post(VIEWS, body).mustRefuse(422, "invalid").mustName("/agents/0");
        body.put("agents", List.of());
        body.put("name", " ");
        anna.post(VIEWS, body).mustBe(400).mustName("/name");
        anna.get(VIEWS + "?cursor=zzz").mustBe(400);
        anna.get("/api/v1/tickets?view=zzz").mustBe(400);
    }

    @Test
    void of_two_changes_made_to_the_same_version_one_is_told_to_look_again() throws Exception {
        String view =
                VIEWS + "/" + add(anna, "Race", test("status", "is", "new")).text("/id");
        List<Integer> statuses = Together.call(
                4,
                () -> anna.with("If-Match", "\"1\"")
                        .patch(view, Map.of("name", "Won"))
                        .status());
        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 412)).hasSize(3);
        anna.with("If-Match", "\"1\"").delete(view).mustRefuse(412, "stale");
        anna.delete(view).mustBe(204);
        anna.get(view).mustRefuse(404, "not-found");
    }

    @Test
    void each_agent_arranges_views_for_themselves() {
        World fresh = world;
        String one = add(bram, "B one", test("status", "is", "new")).text("/id");
        String two = add(bram, "A two", test("status", "is", "new")).text("/id");
        assertThat(ids(bram)).containsSubsequence(two, one);
        fresh.bram()
                .put(VIEWS + "/order", Map.of("views", List.of(one, two, one)))
                .mustBe(204);
        assertThat(ids(bram)).containsSubsequence(one, two);
        bram.put(VIEWS + "/order", Map.of("views", List.of("x"))).mustBe(400);
        String cursor = bram.get(VIEWS + "?limit=1").mustBe(200).text("/next");
        assertThat(bram.get(VIEWS + "?limit=1&cursor=" + cursor)
                        .mustBe(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    private void refused(Object condition, String pointer) {
        anna.post(VIEWS, body("Wrong", condition, "private"))
                .mustRefuse(422, "invalid")
                .mustName(pointer);
    }

    private static List<String> ids(Api api) {
        return api.get(VIEWS)
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(view -> view.at("/id").asString())
                .toList();
    }

    private static List<String> subjects(Api api, String query) {
        return api.get("/api/v1/tickets" + query)
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/subject").asString())
                .toList();
    }

    private static Api.Answer add(Api api, String name, Object condition) {
        return api.post(VIEWS, body(name, condition, "private")).mustBe(201);
    }

    private static Map<String, Object> body(String name, Object condition, String sharing) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("condition", condition);
        body.put("sharing", sharing);
        return body;
    }

    private static Map<String, Object> test(String field, String op, @Nullable Object value) {
        Map<String, Object> test = new HashMap<>(Map.of("field", field, "op", op));
        if (value != null) {
            test.put("value", value);
        }
        return test;
    }

    private String open(String subject, String priority, List<String> tags) {
        return olga.post("/api/v1/tickets", ticket(subject, priority, tags))
                .mustBe(201)
                .text("/code");
    }

    private static Map<String, Object> ticket(String subject, String priority, List<String> tags) {
        return new HashMap<>(Map.of(
                "subject", subject,
                "priority", priority,
                "tags", tags,
                "customer", Map.of("email", World.OMAR),
                "message", Map.of("text", "Words")));
    }
}
