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
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Promises to tickets, over HTTP: who gets which, what is due, and what the log says. */
@InFourleaf
class SlaTicketsTest {

    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int MANY = 300;

    private final Worlds worlds;
    private final SlaClockwork clockwork;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    SlaTicketsTest(@Autowired Worlds worlds, @Autowired SlaClockwork clockwork) {
        this.worlds = worlds;
        this.clockwork = clockwork;
    }

    @Test
    void the_first_rule_that_fits_gives_the_level_and_the_order_can_be_changed() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String gold = level(olga, "Gold", Map.of("first_answer", all(3_600)));
        String silver = level(olga, "Silver", Map.of("first_answer", all(7_200)));
        String first = rule(olga, "Urgent", "urgent", gold);
        String second = rule(olga, "Urgent, too", "urgent", silver);
        Api.Answer ticket = open(olga, Map.of("priority", "urgent"));
        assertThat(ticket.text("/sla_level/name")).isEqualTo("Gold");
        String sla = "/api/v1/tickets/" + ticket.text("/code") + "/sla";
        assertThat(olga.get(sla).text("/origin")).isEqualTo("rule");
        assertThat(olga.get(sla).text("/rule/name")).isEqualTo("Urgent");
        assertThat(open(olga, Map.of()).body().at("/sla_level").isNull()).isTrue();
        olga.put("/api/v1/sla-rules/order", Map.of("rules", List.of(second, first)))
                .mustBe(200);
        assertThat(open(olga, Map.of("priority", "urgent")).text("/sla_level/name"))
                .isEqualTo("Silver");
        olga.put("/api/v1/sla-rules/order", Map.of("rules", List.of(second)))
                .mustRefuse(422, "invalid")
                .mustName("/rules");
        olga.patch("/api/v1/sla-rules/" + second, Map.of("active", false)).mustBe(200);
        assertThat(open(olga, Map.of("priority", "urgent")).text("/sla_level/name"))
                .isEqualTo("Gold");
        olga.delete("/api/v1/sla-levels/" + gold + "?move_to=Silver").mustBe(204);
        assertThat(olga.get("/api/v1/sla-rules/" + first).text("/level/name")).isEqualTo("Silver");
        await(() -> olga.get(sla).text("/level/name").equals("Silver"));
    }

    @Test
    void a_department_s_level_follows_the_ticket_and_what_a_person_gave_does_not() {
        World world = worlds.fresh();
        Api olga = world.olga();
        give(olga, world.department("Support"), level(olga, "Support's", Map.of("first_answer", all(3_600))));
        give(olga, world.department("Sales"), level(olga, "Sales'", Map.of("first_answer", all(60))));
        String code = open(olga, Map.of()).text("/code");
        assertThat(patch(olga, code, Map.of("department", "Sales")).text("/sla_level/name"))
                .isEqualTo("Sales'");
        assertThat(patch(olga, code, Map.of("sla_level", "Support's")).text("/sla_level/name"))
                .isEqualTo("Support's");
        assertThat(patch(olga, code, Map.of("department", "Support")).text("/sla_level/name"))
                .isEqualTo("Support's");
        Map<String, Object> none = new HashMap<>();
        none.put("sla_level", null);
        assertThat(patch(olga, code, none).text("/sla_standing")).isEqualTo("none");
        assertThat(olga.get("/api/v1/sla-log?state=not_applicable")
                        .mustBe(200)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void what_is_overdue_is_listed_counted_and_gone_when_it_is_done() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String level = level(olga, "Hasty", Map.of("first_answer", all(1), "first_resolve", all(100_000)));
        String late = open(olga, Map.of()).text("/code");
        String calm = open(olga, Map.of()).text("/code");
        patch(olga, late, Map.of("sla_level", level));
        await(() -> count(olga, "overdue") == 1);
        assertThat(codes(olga.get("/api/v1/tickets?due=overdue"))).containsExactly(late);
        assertThat(codes(olga.get("/api/v1/tickets?due=overdue&sort=-last_message")))
                .containsExactly(late);
        assertThat(codes(olga.get("/api/v1/tickets?sort=due"))).containsExactly(late, calm);
        assertThat(olga.get("/api/v1/tickets/count?due=overdue").text("/count")).isEqualTo("1");
        olga.get("/api/v1/tickets?due=later").mustRefuse(400, "malformed");
        olga.get("/api/v1/tickets?sort=due&status=resolved").mustRefuse(400, "malformed");
        String view = olga.post(
                        "/api/v1/views",
                        Map.of("name", "Late", "condition", Map.of("field", "overdue", "op", "is", "value", true)))
                .mustBe(201)
                .text("/id");
        assertThat(codes(olga.get("/api/v1/tickets?view=" + view))).containsExactly(late);
        patch(olga, late, Map.of("department", "Sales"));
        assertThat(codes(world.bram().get("/api/v1/tickets?due=overdue"))).containsExactly(late);
        answer(olga, late);
        assertThat(count(olga, "overdue")).isZero();
        assertThat(codes(olga.get("/api/v1/tickets?due=overdue"))).isEmpty();
        JsonNode log =
                olga.get("/api/v1/sla-log?state=missed").mustBe(200).body().at("/items");
        assertThat(log).hasSize(1);
        assertThat(log.at("/0/open").asBoolean()).isFalse();
        JsonNode summary = olga.get("/api/v1/sla-log/summary").mustBe(200).body();
        assertThat(summary.at("/states/missed/n").asInt()).isEqualTo(1);
        assertThat(summary.at("/states/running/n").asInt()).isEqualTo(1);
        assertThat(summary.at("/compliance").asDouble()).isZero();
        assertThat(olga.get("/api/v1/sla-log/export?clock=first_answer")
                        .mustBe(200)
                        .string())
                .startsWith("\"ticket\"")
                .contains(late);
        olga.get("/api/v1/sla-log?state=lost").mustRefuse(400, "malformed");
    }

    @Test
    void why_something_is_due_then_is_told_from_its_start() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String calendar = olga.post(
                        "/api/v1/business-hours",
                        Map.of(
                                "name", "An hour a day",
                                "time_zone", "Europe/Vilnius",
                                "weekly", week(List.of("10:00", "11:00"))))
                .mustBe(201)
                .text("/id");
        String level = olga.post(
                        "/api/v1/sla-levels",
                        Map.of(
                                "name",
                                "Slow",
                                "business_hours",
                                calendar,
                                "targets",
                                Map.of("first_resolve", all(3 * 3_600))))
                .mustBe(201)
                .text("/id");
        String code = open(olga, Map.of()).text("/code");
        patch(olga, code, Map.of("sla_level", level));
        JsonNode clock =
                olga.get("/api/v1/tickets/" + code + "/sla").mustBe(200).body().at("/clocks/0");
        assertThat(clock.at("/why/business_hours").asString()).isEqualTo("An hour a day");
        long counted = clock.at("/why/steps")
                .valueStream()
                .filter(step -> step.at("/kind").asString().equals("counted"))
                .mapToLong(step -> step.at("/seconds").asLong())
                .sum();
        assertThat(counted).isBetween(3 * 3_600L - 3, 3 * 3_600L);
        JsonNode steps = clock.at("/why/steps");
        assertThat(steps.get(steps.size() - 1).at("/to").asString())
                .isEqualTo(clock.at("/due_at").asString());
        olga.patch("/api/v1/business-hours/" + calendar, Map.of("weekly", week(List.of("00:00", "24:00"))))
                .mustBe(200);
        await(() -> Instant.parse(olga.get("/api/v1/tickets/" + code + "/sla").text("/clocks/0/due_at"))
                .isBefore(Instant.now().plus(Duration.ofHours(4))));
        olga.delete("/api/v1/business-hours/" + calendar).mustRefuse(422, "invalid");
    }

    @Test
    void spam_merged_and_purged_tickets_leave_no_clock_behind() {
        World world = worlds.fresh();
        Api olga = world.olga();
        String level = level(olga, "Hasty", Map.of("first_answer", all(1)));
        give(olga, world.department("Support"), level);
        String one = open(olga, Map.of()).text("/code");
        String other = open(olga, Map.of()).text("/code");
        await(() -> count(olga, "overdue") == 2);
        patch(olga, one, Map.of("status", "spam"));
        assertThat(count(olga, "overdue")).isEqualTo(1);
        patch(olga, one, Map.of("status", "open"));
        assertThat(count(olga, "overdue")).isEqualTo(2);
        olga.put("/api/v1/tickets/" + one + "/merge", Map.of("into", other)).mustBe(200);
        assertThat(count(olga, "overdue")).isEqualTo(1);
        olga.delete("/api/v1/tickets/" + one + "/merge").mustBe(204);
        assertThat(count(olga, "overdue")).isEqualTo(2);
        UUID support = world.department("Support");
        olga.delete("/api/v1/departments/" + support + "?move_to=" + world.department("Sales"))
                .mustBe(204);
        assertThat(count(olga, "overdue")).isEqualTo(2);
        assertThat(codes(world.bram().get("/api/v1/tickets?due=overdue"))).containsExactlyInAnyOrder(one, other);
        assertThat(world.bram().get("/api/v1/sla-log").mustBe(200).body().at("/items"))
                .hasSize(2);
    }

    /** Two clockworks at once, and what fell due while none ran: each breach once, at its due time. */
    @Test
    void what_fell_due_in_a_downtime_is_missed_once_at_its_due_time() throws Exception {
        World world = worlds.fresh();
        Api olga = world.olga();
        String level = level(olga, "Slow", Map.of("first_answer", all(100_000)));
        give(olga, world.department("Support"), level);
        for (int i = 0; i < 20; i++) {
            open(olga, Map.of());
        }
        many(world, level);
        owner.sql("""
                        update sla_clock set due_at = now() - interval '1 hour', warn_at = null, next_at = now() - interval '1 hour'
                        where workspace_id = :w
                        """).param("w", world.workspace()).update();
        Together.call(4, clockwork::turn);
        await(() -> missed(world) == MANY + 20);
        assertThat(owner.sql("""
                                select count(*) as n from log l join sla_clock c
                                    on c.workspace_id = l.workspace_id and c.ticket_id = l.ticket_id
                                where l.workspace_id = :w and l.kind = 18 and l.at = c.due_at
                                """)
                        .param("w", world.workspace())
                        .query(Row.as(row -> row.number("n")))
                        .single())
                .isEqualTo(MANY + 20);
        assertThat(count(olga, "overdue")).isEqualTo(MANY + 20);
    }

    private int missed(World world) {
        return owner.sql("select count(*) as n from log where workspace_id = :w and kind = 18")
                .param("w", world.workspace())
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** Tickets with a running clock, by the hundred. */
    private void many(World world, String level) {
        owner.sql("""
                        with made as (
                            insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel,
                                created_at, updated_at, last_message_at, status_since, due_at, sla_level_id, sla_origin, sla_standing)
                            select :w, gen_random_uuid(), 'MANY-' || i, 'Subject', 1, 2, :d,
                                (select id from customer where workspace_id = :w limit 1), 1, now() - interval '3 days', now(), now(),
                                now() - interval '3 days', now() + interval '1 day', cast(:level as uuid), 3, 1
                            from generate_series(1, :n) as i returning id, created_at)
                        insert into sla_clock (workspace_id, ticket_id, type, n, department_id, level_id, stamp, priority, state,
                            target_seconds, started_at, due_at, counted_from, next_at)
                        select :w, id, 1, 1, :d, cast(:level as uuid), 1, 2, 1, 100000, created_at, created_at, created_at, created_at
                        from made
                        """)
                .param("w", world.workspace())
                .param("d", world.department("Support"))
                .param("level", level)
                .param("n", MANY)
                .update();
    }

    private static Map<String, Object> week(List<String> day) {
        Map<String, Object> week = new HashMap<>();
        for (String name : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            week.put(name, List.of(day));
        }
        return week;
    }

    private static Map<String, Integer> all(int seconds) {
        return Map.of("low", seconds, "normal", seconds, "high", seconds, "urgent", seconds);
    }

    private static String level(Api olga, String name, Map<String, ?> targets) {
        return olga.post("/api/v1/sla-levels", Map.of("name", name, "targets", targets))
                .mustBe(201)
                .text("/id");
    }

    private static String rule(Api olga, String name, String priority, String level) {
        return olga.post(
                        "/api/v1/sla-rules",
                        Map.of(
                                "name", name,
                                "condition", Map.of("field", "priority", "op", "is", "value", priority),
                                "level", level))
                .mustBe(201)
                .text("/id");
    }

    private static void give(Api olga, UUID department, String level) {
        olga.put("/api/v1/departments/" + department + "/sla-level", Map.of("level", level))
                .mustBe(200);
    }

    private static Api.Answer open(Api olga, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "subject",
                "Broken printer",
                "department",
                "Support",
                "customer",
                Map.of("email", World.OMAR),
                "message",
                Map.of("text", "It smokes.")));
        body.putAll(more);
        return olga.post("/api/v1/tickets", body).mustBe(201);
    }

    private static void answer(Api olga, String code) {
        olga.post("/api/v1/tickets/" + code + "/messages", Map.of("type", "reply", "text", "Pull the plug."))
                .mustBe(201);
    }

    private static Api.Answer patch(Api olga, String code, Map<String, ?> change) {
        return olga.patch("/api/v1/tickets/" + code, change).mustBe(200);
    }

    private static List<String> codes(Api.Answer list) {
        return list.mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(ticket -> ticket.at("/code").asString())
                .toList();
    }

    private static int count(Api olga, String view) {
        return olga.get("/api/v1/counts?saved=false")
                .mustBe(200)
                .body()
                .at("/views/" + view)
                .asInt();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + WITHIN.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
