package org.fourleaf.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of the work of an agent who goes. */
@InFourleaf
class AgentLeavingTest {

    private static final int MANY = 5_000;
    private static final String ANNA = "/api/v1/agents/" + World.ANNA;

    private final Worlds worlds;

    AgentLeavingTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
    }

    @Test
    void open_tickets_go_to_another_agent_and_resolved_ones_stay() {
        World world = worlds.fresh();
        String open = ofAnna(world);
        String done = ofAnna(world);
        world.olga()
                .patch("/api/v1/tickets/" + done, Map.of("status", "resolved"))
                .mustBe(200);
        assertThat(deactivate(world, World.OLGA).body().at("/active").asBoolean())
                .isFalse();
        assertThat(assignee(world, open)).isEqualTo(World.OLGA);
        assertThat(assignee(world, done)).isEqualTo(World.ANNA);
        assertThat(kinds(world, open)).contains("ticket.assigned", "ticket.transferred");
    }

    @Test
    void open_tickets_become_nobodys_or_stay_as_they_are() {
        World world = worlds.fresh();
        String code = ofAnna(world);
        world.olga().delete(ANNA).mustBe(204);
        assertThat(assignee(world, code)).isEqualTo(World.ANNA);
        assertThat(deactivate(world, null).body().at("/active").asBoolean()).isFalse();
        assertThat(assignee(world, code)).isNull();
        assertThat(kinds(world, code).stream().filter("ticket.assigned"::equals))
                .hasSize(2);
    }

    @Test
    void deleting_asks_the_same() {
        World world = worlds.fresh();
        String code = ofAnna(world);
        world.olga().delete(ANNA + "?tickets_to=noone@example.com").mustRefuse(422, "invalid");
        world.olga().delete(ANNA + "?tickets_to=" + World.OLGA).mustBe(204);
        assertThat(assignee(world, code)).isEqualTo(World.OLGA);
        world.olga().patch(ANNA, Map.of("active", true)).mustBe(200);
        world.olga()
                .patch("/api/v1/tickets/" + code, Map.of("assignee", World.ANNA))
                .mustBe(200);
        world.olga().delete(ANNA + "?tickets_to=nobody").mustBe(204);
        assertThat(assignee(world, code)).isNull();
    }

    @Test
    void an_heir_gets_no_ticket_they_may_not_see() {
        World world = worlds.fresh();
        world.olga()
                .patch("/api/v1/departments/" + world.department("Support"), Map.of("access", "members"))
                .mustBe(200);
        String code = ofAnna(world);
        deactivate(world, World.BRAM);
        assertThat(assignee(world, code)).isNull();
    }

    @Test
    void only_another_active_agent_inherits_and_only_when_somebody_goes() {
        World world = worlds.fresh();
        String code = ofAnna(world);
        Api olga = world.olga();
        olga.patch(ANNA, leaving(World.ANNA)).mustRefuse(422, "invalid").mustName("/tickets/to");
        olga.patch(ANNA, leaving("ghost@example.com"))
                .mustRefuse(422, "invalid")
                .mustName("/tickets/to");
        olga.delete("/api/v1/agents/" + World.BRAM).mustBe(204);
        olga.patch(ANNA, leaving(World.BRAM)).mustRefuse(422, "invalid").mustName("/tickets/to");
        olga.patch(ANNA, Map.of("tickets", to(World.OLGA)))
                .mustRefuse(422, "invalid")
                .mustName("/tickets");
        olga.patch(ANNA, Map.of("active", false, "tickets", Map.of()))
                .mustRefuse(400, "malformed")
                .mustName("/tickets/to");
        world.anna().patch("/api/v1/agents/" + World.OLGA, leaving(World.ANNA)).mustRefuse(403, "permission-missing");
        assertThat(olga.get(ANNA).body().at("/active").asBoolean()).isTrue();
        assertThat(assignee(world, code)).isEqualTo(World.ANNA);
    }

    @Test
    void what_was_taken_and_not_touched_is_given_back_and_they_are_offline() {
        World world = worlds.fresh();
        open(world);
        world.olga().put(ANNA + "/presence", Map.of("state", "online")).mustBe(200);
        String claimed =
                world.anna().post("/api/v1/to-solve", Map.of()).mustBe(200).text("/code");
        world.olga().delete(ANNA).mustBe(204);
        assertThat(assignee(world, claimed)).isNull();
        assertThat(kinds(world, claimed)).contains("ticket.given_back");
        assertThat(world.olga().get(ANNA).text("/presence")).isEqualTo("offline");
    }

    @Test
    void two_who_are_handed_to_each_other_at_once_lose_nothing() throws Exception {
        World world = worlds.fresh();
        String code = ofAnna(world);
        Api olga = world.olga();
        AtomicInteger turn = new AtomicInteger();
        List<Api.Answer> answers = Together.call(
                2,
                () -> turn.getAndIncrement() == 0
                        ? olga.delete(ANNA + "?tickets_to=" + World.BRAM)
                        : olga.delete("/api/v1/agents/" + World.BRAM + "?tickets_to=" + World.ANNA));
        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(204, 422);
        boolean annaStayed = olga.get(ANNA).body().at("/active").asBoolean();
        assertThat(assignee(world, code)).isEqualTo(annaStayed ? World.ANNA : World.BRAM);
    }

    @Test
    void five_thousand_tickets_change_hands_with_a_line_each() {
        World world = worlds.fresh();
        ofAnna(world);
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel,
                            assignee_id, created_at, updated_at, last_message_at, status_since, due_at)
                        select workspace_id, gen_random_uuid(), 'MANY-' || i, subject, 1 + i % 7, priority, department_id, customer_id,
                            channel, assignee_id, created_at, updated_at, last_message_at, status_since, due_at
                        from ticket, generate_series(1, :n) as i where workspace_id = :w
                        """).param("w", world.workspace()).param("n", MANY - 1).update();
        long began = System.nanoTime();
        deactivate(world, World.OLGA);
        assertThat(System.nanoTime() - began).isLessThan(60_000_000_000L);
        assertThat(count(owner, "select count(*) from ticket where workspace_id = :w and assignee_id = :a", world))
                .isEqualTo(MANY);
        assertThat(count(
                        owner,
                        "select count(*) from log where workspace_id = :w and agent_id = :a and kind = 2",
                        world))
                .isEqualTo(MANY);
    }

    private static long count(JdbcClient owner, String sql, World world) {
        return owner.sql(sql)
                .param("w", world.workspace())
                .param("a", world.agentId(World.OLGA))
                .query(Long.class)
                .single();
    }

    private static Api.Answer deactivate(World world, @Nullable String heir) {
        return world.olga().patch(ANNA, leaving(heir)).mustBe(200);
    }

    private static Map<String, Object> leaving(@Nullable String heir) {
        return Map.of("active", false, "tickets", to(heir));
    }

    private static Map<String, Object> to(@Nullable String heir) {
        Map<String, Object> tickets = new HashMap<>();
        tickets.put("to", heir);
        return tickets;
    }

    private static @Nullable String assignee(World world, String code) {
        var assignee =
                world.olga().get("/api/v1/tickets/" + code).mustBe(200).body().at("/assignee/email");
        return assignee.isMissingNode() ? null : assignee.asString();
    }

    private static List<String> kinds(World world, String code) {
        return world.olga()
                .get("/api/v1/tickets/" + code + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    private static String ofAnna(World world) {
        String code = open(world);
        world.olga()
                .patch("/api/v1/tickets/" + code, Map.of("assignee", World.ANNA))
                .mustBe(200);
        return code;
    }

    private static String open(World world) {
        return world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                "Whose?",
                                "department",
                                "Support",
                                "customer",
                                Map.of("email", World.OMAR),
                                "message",
                                Map.of("text", "Please.")))
                .mustBe(201)
                .text("/code");
    }
}
