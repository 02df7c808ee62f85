package org.fourleaf.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class FieldsTest {

    private final World world;

    FieldsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
    }

    @Test
    void a_field_is_added_edited_archived_and_deleted() {
        Api olga = world.olga();
        Api.Answer made = olga.post(
                        "/api/v1/fields",
                        Map.of("subject", "ticket", "name", "Būsenos kodas 🙂", "type", "text", "help", "As printed"))
                .mustBe(201);
        assertThat(made.text("/key")).isEqualTo("busenos_kodas");
        assertThat(made.text("/required")).isEqualTo("never");
        String path = "/api/v1/fields/" + made.text("/id");
        String tag = String.valueOf(made.header("ETag"));
        Api.Answer changed = olga.with("If-Match", tag)
                .patch(path, Map.of("name", "Kodas", "required", "to_resolve"))
                .mustBe(200);
        assertThat(changed.text("/name")).isEqualTo("Kodas");
        olga.with("If-Match", tag).patch(path, Map.of("name", "Late")).mustRefuse(412, "stale");
        olga.patch(path, Map.of("key", "other")).mustRefuse(400, "malformed").mustName("/key");
        olga.patch(path, Map.of("archived", true)).mustBe(200);
        assertThat(olga.get("/api/v1/fields?subject=ticket").mustBe(200).body().at("/items"))
                .extracting(field -> field.at("/archived").asBoolean())
                .contains(true);
        olga.delete(path).mustBe(204);
        olga.get(path).mustRefuse(404, "not-found");
        world.anna()
                .post("/api/v1/fields", Map.of("subject", "ticket", "name", "Mine", "type", "text"))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void what_makes_no_field_is_refused() {
        Api olga = world.olga();
        refused(olga, 422, "/options", Map.of("subject", "ticket", "name", "A", "type", "list"));
        refused(
                olga,
                422,
                "/options/1",
                Map.of("subject", "ticket", "name", "A", "type", "list", "options", List.of("x", "x")));
        refused(
                olga,
                422,
                "/options",
                Map.of("subject", "ticket", "name", "A", "type", "text", "options", List.of("x")));
        refused(olga, 400, "/type", Map.of("subject", "ticket", "name", "A", "type", "colour"));
        refused(olga, 400, "/key", Map.of("subject", "ticket", "name", "A", "type", "text", "key", "Ä b"));
        refused(olga, 422, "/key", Map.of("subject", "ticket", "name", "名字", "type", "text"));
        refused(
                olga,
                400,
                "/options",
                Map.of("subject", "ticket", "name", "A", "type", "list", "options", Collections.nCopies(201, "x")));
        olga.get("/api/v1/fields?subject=planet").mustRefuse(400, "malformed").mustName("subject");
        field(olga, "company", "Twice", "text");
        olga.post("/api/v1/fields", Map.of("subject", "company", "name", "Twice", "type", "number"))
                .mustRefuse(409, "key-taken");
    }

    @Test
    void values_on_a_ticket_are_judged_by_type() {
        Api olga = world.olga();
        field(olga, "ticket", "Order", "text");
        field(olga, "ticket", "Price", "number");
        field(olga, "ticket", "Bought", "date");
        field(olga, "ticket", "Fragile", "checkbox");
        olga.post(
                        "/api/v1/fields",
                        Map.of(
                                "subject", "ticket",
                                "name", "Size",
                                "type", "list",
                                "options", List.of("S", "M")))
                .mustBe(201);
        String path = ticket(olga, Map.of("order", "A-7", "price", 12.5, "fragile", true));
        Api.Answer full = olga.patch(path, Map.of("fields", Map.of("bought", "2026-02-28", "size", "M")))
                .mustBe(200);
        assertThat(full.text("/fields/order")).isEqualTo("A-7");
        assertThat(full.body().at("/fields/price").asDouble()).isEqualTo(12.5);
        assertThat(full.text("/fields/bought")).isEqualTo("2026-02-28");

        wrong(olga, path, "price", "12");
        wrong(olga, path, "bought", "2026-02-30");
        wrong(olga, path, "size", "L");
        wrong(olga, path, "fragile", "yes");
        wrong(olga, path, "order", 7);
        wrong(olga, path, "order", "x".repeat(4001));
        wrong(olga, path, "order", Collections.nCopies(200, "x"));
        wrong(olga, path, "price", Map.of("deep", Map.of("er", 1)));
        olga.patch(path, Map.of("fields", Map.of("a/b", "x")))
                .mustRefuse(422, "invalid")
                .mustName("/fields/a~1b");

        Map<String, Object> away = new HashMap<>();
        away.put("price", null);
        JsonNode left = olga.patch(path, Map.of("fields", away)).mustBe(200).body();
        assertThat(left.at("/fields/price").isMissingNode()).isTrue();
        assertThat(left.at("/fields/size").asString()).isEqualTo("M");
    }

    @Test
    void an_archived_or_deleted_field_keeps_its_values_readable() {
        Api olga = world.olga();
        String archived = field(olga, "ticket", "Old one", "text");
        String deleted = field(olga, "ticket", "Gone one", "text");
        String path = ticket(olga, Map.of("old_one", "here", "gone_one", "still here"));
        olga.patch("/api/v1/fields/" + archived, Map.of("archived", true)).mustBe(200);
        olga.delete("/api/v1/fields/" + deleted).mustBe(204);
        wrong(olga, path, "old_one", "new");
        wrong(olga, path, "gone_one", "new");
        JsonNode fields = olga.patch(path, Map.of("fields", Map.of("old_one", "here", "gone_one", "still here")))
                .mustBe(200)
                .body()
                .at("/fields");
        assertThat(fields.at("/old_one").asString()).isEqualTo("here");
        assertThat(fields.at("/gone_one").asString()).isEqualTo("still here");
    }

    @Test
    void customers_have_fields_of_their_own() {
        Api olga = world.olga();
        field(olga, "customer", "Contract", "text");
        olga.post(
                        "/api/v1/customers",
                        Map.of("name", "Cara", "email", "cara@example.org", "fields", Map.of("contract", "C-1")))
                .mustBe(201);
        assertThat(olga.get("/api/v1/customers/cara@example.org").text("/fields/contract"))
                .isEqualTo("C-1");
        olga.patch("/api/v1/customers/cara@example.org", Map.of("fields", Map.of("unheard_of", 1)))
                .mustRefuse(422, "invalid")
                .mustName("/fields/unheard_of");
        assertThat(olga.get("/api/v1/fields?subject=customer").body().at("/items"))
                .extracting(each -> each.at("/key").asString())
                .contains("contract");
    }

    private static String ticket(Api api, Map<String, Object> fields) {
        return "/api/v1/tickets/"
                + api.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Fields",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "Hello"),
                                        "fields",
                                        fields))
                        .mustBe(201)
                        .text("/code");
    }

    private static String field(Api api, String subject, String name, String type) {
        return api.post("/api/v1/fields", Map.of("subject", subject, "name", name, "type", type))
                .mustBe(201)
                .text("/id");
    }

    private static void wrong(Api api, String path, String key, Object value) {
        api.patch(path, Map.of("fields", Map.of(key, value)))
                .mustRefuse(422, "invalid")
                .mustName("/fields/" + key);
    }

    private static void refused(Api api, int status, String pointer, Map<String, Object> body) {
        api.post("/api/v1/fields", body).mustBe(status).mustName(pointer);
    }

    @Test
    void nobody_sees_the_fields_of_another_workspace() {
        UUID unknown = UUID.randomUUID();
        world.olga().get("/api/v1/fields/" + unknown).mustRefuse(404, "not-found");
        world.stranger().get("/api/v1/fields").mustBe(401);
    }
}
