package org.fourleaf.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class ChoicesTest {

    private final World world;

    ChoicesTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @AfterEach
    void ask_for_nothing() {
        world.olga().put("/api/v1/resolve-rules", Map.of("tag_required", false, "disposition_required", false));
        world.olga().delete("/api/v1/resolve-rules/Support");
    }

    @Test
    void words_are_added_renamed_archived_ordered_and_deleted() {
        Api olga = world.olga();
        for (String path : List.of("/api/v1/dispositions", "/api/v1/ticket-types")) {
            Api.Answer made = olga.post(path, Map.of("name", " Ščūka\n🙂 ")).mustBe(201);
            assertThat(made.text("/name")).isEqualTo("Ščūka 🙂");
            String one = path + "/" + made.text("/id");
            olga.post(path, Map.of("name", "ŠČŪKA 🙂")).mustRefuse(409, "name-taken");
            String tag = String.valueOf(made.header("ETag"));
            olga.with("If-Match", tag)
                    .patch(one, Map.of("name", "Carp", "order", 1))
                    .mustBe(200);
            olga.with("If-Match", tag).patch(one, Map.of("name", "Late")).mustRefuse(412, "stale");
            assertThat(olga.patch(one, Map.of("archived", true))
                            .mustBe(200)
                            .body()
                            .at("/archived")
                            .asBoolean())
                    .isTrue();
            olga.delete(one).mustBe(204);
            olga.delete(one).mustRefuse(404, "not-found");
            world.anna().post(path, Map.of("name", "Mine")).mustRefuse(403, "permission-missing");
            olga.post(path, Map.of("name", "x".repeat(41)))
                    .mustRefuse(400, "malformed")
                    .mustName("/name");
            olga.post(path, Map.of("name", " \t ")).mustBe(400);
        }
    }

    @Test
    void a_new_workspace_has_the_four_usual_types_and_a_ticket_takes_only_listed_ones() {
        Api olga = world.olga();
        assertThat(olga.get("/api/v1/ticket-types").mustBe(200).body().at("/items"))
                .extracting(type -> type.at("/name").asString())
                .startsWith("question", "problem", "complaint", "request");
        String ticket = ticket(olga);
        assertThat(olga.patch(ticket, Map.of("type", "Problem")).mustBe(200).text("/type"))
                .isEqualTo("problem");
        olga.patch(ticket, Map.of("type", "miracle")).mustRefuse(422, "invalid").mustName("/type");
    }

    @Test
    void a_case_ends_in_a_disposition_which_the_resolve_fact_names() {
        Api olga = world.olga();
        olga.post("/api/v1/dispositions", Map.of("name", "Refunded")).mustBe(201);
        String ticket = ticket(olga);
        olga.patch(ticket, Map.of("status", "resolved", "disposition", "Vanished"))
                .mustRefuse(422, "invalid")
                .mustName("/disposition");
        assertThat(olga.patch(ticket, Map.of("status", "resolved", "disposition", "refunded"))
                        .mustBe(200)
                        .text("/disposition"))
                .isEqualTo("Refunded");
        assertThat(history(olga, ticket, "ticket.resolved")
                        .at("/facts/disposition")
                        .asString())
                .isEqualTo("Refunded");
        assertThat(olga.patch(ticket, Map.of("status", "open"))
                        .mustBe(200)
                        .body()
                        .at("/disposition")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_sub_status_stands_under_its_status_and_leaves_with_it() {
        Api olga = world.olga();
        String carrier = olga.post("/api/v1/sub-statuses", Map.of("name", "Waiting for carrier", "status", "pending"))
                .mustBe(201)
                .text("/id");
        olga.post("/api/v1/sub-statuses", Map.of("name", "Asleep", "status", "postponed"))
                .mustRefuse(400, "malformed")
                .mustName("/status");
        String ticket = ticket(olga);
        olga.patch(ticket, Map.of("sub_status", "Waiting for carrier"))
                .mustRefuse(422, "invalid")
                .mustName("/sub_status");
        assertThat(olga.patch(ticket, Map.of("status", "pending", "sub_status", "waiting for carrier"))
                        .mustBe(200)
                        .text("/sub_status/name"))
                .isEqualTo("Waiting for carrier");
        assertThat(history(olga, ticket, "ticket.sub_status_changed")
                        .at("/facts/sub_status_name")
                        .asString())
                .isEqualTo("Waiting for carrier");
        olga.delete("/api/v1/sub-statuses/" + carrier).mustRefuse(409, "in-use");
        assertThat(olga.patch(ticket, Map.of("status", "open"))
                        .mustBe(200)
                        .body()
                        .at("/sub_status")
                        .isNull())
                .isTrue();
        olga.patch(ticket, Map.of("status", "pending", "sub_status", carrier)).mustBe(200);
        Map<String, Object> out = new HashMap<>();
        out.put("sub_status", null);
        assertThat(olga.patch(ticket, out).mustBe(200).body().at("/sub_status").isNull())
                .isTrue();
        olga.delete("/api/v1/sub-statuses/" + carrier).mustBe(204);
    }

    @Test
    void a_department_may_need_a_tag_a_disposition_and_fields_before_its_tickets_are_resolved() {
        Api olga = world.olga();
        olga.post("/api/v1/dispositions", Map.of("name", "Explained")).mustBe(201);
        olga.put("/api/v1/resolve-rules/Support", Map.of("tag_required", true, "disposition_required", true))
                .mustBe(200);
        assertThat(olga.get("/api/v1/resolve-rules")
                        .body()
                        .at("/departments/0/department/name")
                        .asString())
                .isEqualTo("Support");
        String ticket = ticket(olga);
        olga.patch(ticket, Map.of("status", "resolved"))
                .mustRefuse(422, "invalid")
                .mustName("/tags");
        olga.patch(ticket, Map.of("status", "resolved", "tags", List.of("known")))
                .mustRefuse(422, "invalid")
                .mustName("/disposition");
        olga.post(ticket + "/messages", Map.of("type", "reply", "text", "Done.", "status", "resolved"))
                .mustRefuse(422, "invalid");
        String field = olga.post(
                        "/api/v1/fields",
                        Map.of(
                                "subject", "ticket",
                                "name", "Cause",
                                "type", "text",
                                "required", "to_resolve"))
                .mustBe(201)
                .text("/id");
        Map<String, Object> whole =
                new HashMap<>(Map.of("status", "resolved", "tags", List.of("known"), "disposition", "Explained"));
        olga.patch(ticket, whole).mustRefuse(422, "invalid").mustName("/fields/cause");
        whole.put("fields", Map.of("cause", "Moths"));
        assertThat(olga.patch(ticket, whole).mustBe(200).text("/status")).isEqualTo("resolved");
        olga.delete("/api/v1/fields/" + field).mustBe(204);
        olga.delete("/api/v1/resolve-rules/Support").mustBe(204);
        olga.patch(ticket(olga), Map.of("status", "resolved")).mustBe(200);
        world.anna()
                .put("/api/v1/resolve-rules", Map.of("tag_required", true, "disposition_required", true))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void an_answer_may_say_how_the_case_ended() {
        Api olga = world.olga();
        olga.post("/api/v1/dispositions", Map.of("name", "Answered well")).mustBe(201);
        olga.put("/api/v1/resolve-rules/Support", Map.of("tag_required", false, "disposition_required", true))
                .mustBe(200);
        for (String type : List.of("reply", "note")) {
            String ticket = ticket(olga);
            Map<String, Object> answer = new HashMap<>(Map.of("type", type, "text", "Done.", "status", "resolved"));
            olga.post(ticket + "/messages", answer).mustRefuse(422, "invalid").mustName("/disposition");
            answer.put("disposition", "Vanished");
            olga.post(ticket + "/messages", answer).mustRefuse(422, "invalid").mustName("/disposition");
            answer.put("disposition", "answered WELL");
            olga.post(ticket + "/messages", answer).mustBe(201);
            assertThat(olga.get(ticket).text("/status")).isEqualTo("resolved");
            assertThat(olga.get(ticket).text("/disposition")).isEqualTo("Answered well");
            assertThat(history(olga, ticket, "ticket.resolved")
                            .at("/facts/disposition")
                            .asString())
                    .isEqualTo("Answered well");
        }
        String other = ticket(olga);
        olga.post(
                        other + "/messages",
                        Map.of("type", "note", "text", "x", "status", "open", "disposition", "Answered well"))
                .mustRefuse(422, "invalid")
                .mustName("/disposition");
        olga.post(other + "/messages", Map.of("type", "reply", "text", "x", "status", "resolved", "undo_seconds", 30))
                .mustRefuse(422, "invalid")
                .mustName("/disposition");
        assertThat(olga.post(
                                other + "/messages",
                                Map.of(
                                        "type",
                                        "reply",
                                        "text",
                                        "x",
                                        "status",
                                        "resolved",
                                        "disposition",
                                        "Answered well",
                                        "undo_seconds",
                                        30))
                        .mustBe(201)
                        .text("/id"))
                .satisfies(id -> assertThat(olga.post(other + "/messages/" + id + "/send", Map.of())
                                .status())
                        .isLessThan(300));
        assertThat(olga.get(other).text("/disposition")).isEqualTo("Answered well");
    }

    @Test
    void tickets_are_listed_and_viewed_by_sub_status() {
        Api olga = world.olga();
        String parts = olga.post("/api/v1/sub-statuses", Map.of("name", "Waiting for parts", "status", "pending"))
                .mustBe(201)
                .text("/id");
        String ticket = ticket(olga);
        olga.patch(ticket, Map.of("status", "pending", "sub_status", parts)).mustBe(200);
        for (String named : List.of(parts, "waiting%20for%20PARTS")) {
            assertThat(olga.get("/api/v1/tickets?sub_status=" + named)
                            .mustBe(200)
                            .body()
                            .at("/items"))
                    .hasSize(1);
        }
        assertThat(olga.get("/api/v1/tickets?sub_status=" + parts)
                        .body()
                        .at("/items/0/sub_status/name")
                        .asString())
                .isEqualTo("Waiting for parts");
        assertThat(olga.get("/api/v1/tickets/count?sub_status=" + parts)
                        .body()
                        .at("/count")
                        .asLong())
                .isEqualTo(1);
        assertThat(olga.get("/api/v1/tickets?sub_status=" + parts + "&status=open")
                        .body()
                        .at("/items"))
                .isEmpty();
        assertThat(olga.get("/api/v1/tickets?sub_status=nowhere")
                        .mustBe(200)
                        .body()
                        .at("/items"))
                .isEmpty();
        String view = olga.post(
                        "/api/v1/views",
                        Map.of(
                                "name",
                                "Parts",
                                "columns",
                                List.of("sub_status"),
                                "condition",
                                Map.of("field", "sub_status", "op", "is", "value", "Waiting for parts")))
                .mustBe(201)
                .text("/id");
        assertThat(olga.get("/api/v1/tickets?view=" + view).mustBe(200).body().at("/items"))
                .hasSize(1);
    }

    private static String ticket(Api api) {
        return "/api/v1/tickets/"
                + api.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Words",
                                        "department",
                                        "Support",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "Hello")))
                        .mustBe(201)
                        .text("/code");
    }

    private static JsonNode history(Api api, String ticket, String kind) {
        return api.get(ticket + "/history")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(entry -> entry.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
