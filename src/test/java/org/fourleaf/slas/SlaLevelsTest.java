package org.fourleaf.slas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@InFourleaf
class SlaLevelsTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final World world;
    private final Api olga;

    SlaLevelsTest(@Autowired Worlds worlds) {
        world = worlds.fresh();
        olga = world.olga();
    }

    @Test
    void a_level_is_made_read_changed_and_deleted() {
        Api.Answer made = olga.post(
                        "/api/v1/sla-levels",
                        Map.of(
                                "name",
                                "Gold",
                                "targets",
                                Map.of("first_answer", Map.of("normal", 3600, "urgent", 900))))
                .mustBe(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("/targets/first_answer/urgent")).isEqualTo("900");
        assertThat(made.body().at("/targets/first_answer/low").isNull()).isTrue();
        assertThat(made.body().at("/pausing").toString()).isEqualTo("[\"pending\",\"postponed\"]");
        assertThat(made.text("/warning_percent")).isEqualTo("80");
        String path = "/api/v1/sla-levels/" + made.id("/id");
        assertThat(olga.get(path).mustBe(200).text("/name")).isEqualTo("Gold");
        olga.with("If-Match", "\"7\"").patch(path, Map.of("name", "Silver")).mustRefuse(412, "stale");
        assertThat(olga.with("If-Match", "\"1\"")
                        .patch(path, Map.of("name", "Silver", "warning_percent", 50))
                        .mustBe(200)
                        .text("/warning_percent"))
                .isEqualTo("50");
        olga.delete(path).mustBe(204);
        olga.get(path).mustRefuse(404, "not-found");
    }

    @Test
    void what_is_wrong_with_a_level_is_named() {
        bad(Map.of("name", "x"), 400, "/targets");
        bad(Map.of("name", "x", "targets", Map.of()), 422, "/targets");
        bad(level("x", Map.of("first_answer", Map.of("low", 0))), 422, "/targets/first_answer/low");
        bad(level("x", Map.of("first_answer", Map.of("low", 99_999_999_999L))), 422, "/targets/first_answer/low");
        bad(with("pausing", List.of("new")), 422, "/pausing");
        bad(with("pausing", List.of("asleep")), 400, "/pausing/0");
        bad(with("warning_percent", 100), 422, "/warning_percent");
        bad(with("business_hours", "Nowhere"), 422, "/business_hours");
        olga.post("/api/v1/sla-levels", level("Taken", Map.of("next_answer", Map.of("low", 60))))
                .mustBe(201);
        olga.post("/api/v1/sla-levels", level(" taken", Map.of("next_answer", Map.of("low", 60))))
                .mustRefuse(409, "name-taken");
        world.anna()
                .post("/api/v1/sla-levels", level("Mine", Map.of("next_answer", Map.of("low", 60))))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void a_department_gives_its_level_and_an_answer_in_time_meets_it() {
        String level = add(
                "Department's",
                Map.of("first_answer", Map.of("normal", 3600), "first_resolve", Map.of("normal", 7200)));
        UUID support = world.addDepartment("Given", List.of(world.agentId(World.ANNA)));
        olga.put("/api/v1/departments/" + support + "/sla-level", Map.of("level", level))
                .mustBe(200);
        String code = open("Given");
        Api.Answer ticket = olga.get("/api/v1/tickets/" + code);
        assertThat(ticket.text("/sla_level/name")).isEqualTo("Department's");
        assertThat(ticket.text("/sla_standing")).isEqualTo("running");
        assertThat(Instant.parse(ticket.text("/due_at")))
                .isEqualTo(Instant.parse(ticket.text("/created_at")).plusSeconds(3600));
        reply(code);
        ticket = olga.get("/api/v1/tickets/" + code);
        assertThat(Instant.parse(ticket.text("/due_at")))
                .isEqualTo(Instant.parse(ticket.text("/created_at")).plusSeconds(7200));
        olga.patch("/api/v1/tickets/" + code, Map.of("status", "resolved")).mustBe(200);
        assertThat(olga.get("/api/v1/tickets/" + code).text("/sla_standing")).isEqualTo("none");
        assertThat(kinds(code)).contains("ticket.sla_level_changed", "sla.met").doesNotContain("sla.missed");
        olga.delete("/api/v1/sla-levels/" + level).mustRefuse(422, "invalid").mustName("move_to");
        olga.delete("/api/v1/sla-levels/" + level + "?move_to=none").mustBe(204);
    }

    @Test
    void a_breach_is_recorded_at_its_due_time_though_nothing_touches_the_ticket() {
        String level = add("Hasty", Map.of("first_answer", Map.of("normal", 1)));
        String code = open("Support");
        olga.patch("/api/v1/tickets/" + code, Map.of("sla_level", level)).mustBe(200);
        await(() -> kinds(code).contains("sla.missed"));
        Api.Answer ticket = olga.get("/api/v1/tickets/" + code);
        assertThat(ticket.text("/sla_standing")).isEqualTo("overdue");
        JsonNode missed = history(code)
                .valueStream()
                .filter(line -> line.at("/kind").asString().equals("sla.missed"))
                .findFirst()
                .orElseThrow();
        assertThat(missed.at("/at").asString()).isEqualTo(ticket.text("/due_at"));
        assertThat(missed.at("/facts/level_name").asString()).isEqualTo("Hasty");
        olga.patch("/api/v1/tickets/" + code, new HashMap<>(Map.of("sla_level", "Nonsense")))
                .mustRefuse(422, "invalid")
                .mustName("/sla_level");
    }

    @Test
    void a_level_that_is_edited_moves_what_is_due() {
        String level = add("Moving", Map.of("first_answer", Map.of("normal", 3600)));
        String code = open("Support");
        olga.patch("/api/v1/tickets/" + code, Map.of("sla_level", level)).mustBe(200);
        Instant created = Instant.parse(olga.get("/api/v1/tickets/" + code).text("/created_at"));
        olga.patch("/api/v1/sla-levels/" + level, Map.of("targets", Map.of("first_answer", Map.of("normal", 60_000))))
                .mustBe(200);
        await(() -> olga.get("/api/v1/tickets/" + code)
                .text("/due_at")
                .equals(created.plusSeconds(60_000).toString()));
        assertThat(olga.get("/api/v1/sla-levels/" + level).text("/recounting")).isEqualTo("0");
        assertThat(olga.get("/api/v1/sla-levels/" + level).text("/open_clocks")).isEqualTo("1");
    }

    private void bad(Object body, int status, String pointer) {
        olga.post("/api/v1/sla-levels", body).mustBe(status).mustName(pointer);
    }

    private static Map<String, Object> level(String name, Map<String, ?> targets) {
        return Map.of("name", name, "targets", targets);
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(level("x", Map.of("first_answer", Map.of("low", 60))));
        body.put(field, value);
        return body;
    }

    private String add(String name, Map<String, ?> targets) {
        return olga.post("/api/v1/sla-levels", level(name, targets)).mustBe(201).text("/id");
    }

    private String open(String department) {
        return olga.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Broken printer",
                                "department",
                                department,
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "It smokes.")))
                .mustBe(201)
                .text("/code");
    }

    private void reply(String code) {
        olga.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Pull the plug."))
                .mustBe(201);
    }

    private JsonNode history(String code) {
        return olga.get("/api/v1/tickets/" + code + "/history")
                .mustBe(200)
                .body()
                .at("/items");
    }

    private List<String> kinds(String code) {
        return history(code)
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
