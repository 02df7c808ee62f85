package org.fourleaf.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class ToSolveTest {

    private static final int AGENTS = 50;
    private static final int ROUNDS = 4;

    private final Worlds worlds;
    private final TicketClaiming claiming;
    private final Clock clock;

    ToSolveTest(@Autowired Worlds worlds, @Autowired TicketClaiming claiming, @Autowired Clock clock) {
        this.worlds = worlds;
        this.claiming = claiming;
        this.clock = clock;
    }

    @Test
    void the_button_gives_the_most_important_ticket_and_it_is_mine() {
        World world = worlds.fresh();
        open(world, "First", Map.of());
        String urgent = open(world, "Urgent", Map.of("priority", "urgent"));
        assertThat(count(world.anna())).isEqualTo(2);
        Api.Answer taken = world.anna().post("/api/v1/to-solve", Map.of()).mustBe(200);
        assertThat(taken.text("/code")).isEqualTo(urgent);
        assertThat(taken.text("/assignee/email")).isEqualTo(World.ANNA);
        assertThat(taken.header("ETag")).isNotNull();
        assertThat(count(world.anna())).isEqualTo(1);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(204);
        assertThat(count(world.anna())).isZero();
        assertThat(kinds(world, urgent)).contains("ticket.claimed", "ticket.assigned");
    }

    @Test
    void first_in_first_out_where_the_department_says_so() {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("solve_order", "fifo"))
                .mustBe(200);
        String first = open(world, "First", Map.of("priority", "low"));
        open(world, "Urgent", Map.of("priority", "urgent"));
        assertThat(next(world.anna())).isEqualTo(first);
    }

    @Test
    void tickets_of_other_departments_of_others_and_on_screens_are_left_alone() {
        World world = worlds.fresh();
        String sales = open(world, "Sales", Map.of("department", "Sales"));
        String theirs = open(world, "Theirs", Map.of());
        world.olga()
                .patch("/api/v1/tickets/" + theirs, Map.of("assignee", World.OLGA))
                .mustBe(200);
        String seen = open(world, "Seen", Map.of());
        String attention = "/api/v1/tickets/" + seen + "/attention";
        world.olga().put(attention, Map.of("state", "viewing")).mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(204);
        world.olga().delete(attention).mustBe(204);
        assertThat(next(world.anna())).isEqualTo(seen);
        assertThat(next(world.bram())).isEqualTo(sales);
    }

    @Test
    void readers_and_departments_without_to_solve_get_nothing() {
        World world = worlds.fresh();
        UUID support = world.department("Support");
        open(world, "Waits", Map.of());
        String place = "/api/v1/departments/" + support + "/members/" + world.agentId(World.ANNA);
        world.olga().put(place, Map.of("role", "reader")).mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(204);
        world.olga().put(place, Map.of("role", "solver", "solves", false)).mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(204);
        world.olga().put(place, Map.of("solves", true)).mustBe(200);
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("to_solve", false))
                .mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(204);
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("to_solve", true))
                .mustBe(200);
        world.anna().post("/api/v1/to-solve", Map.of()).mustBe(200);
    }

    @Test
    void a_reader_reads_and_writes_nothing() {
        World world = worlds.fresh();
        String code = open(world, "Read me", Map.of());
        world.olga()
                .put(
                        "/api/v1/departments/" + world.department("Support") + "/members/" + world.agentId(World.ANNA),
                        Map.of("role", "reader"))
                .mustBe(200);
        Api.Answer read = world.anna().get("/api/v1/tickets/" + code).mustBe(200);
        assertThat(read.body().at("/abilities/reply").asBoolean()).isFalse();
        assertThat(read.body().at("/abilities/note").asBoolean()).isFalse();
        world.anna()
                .post("/api/v1/tickets/" + code + "/messages", Map.of("type", "note", "text", "x"))
                .mustRefuse(403, "only-reads");
        world.anna()
                .patch("/api/v1/tickets/" + code, Map.of("status", "resolved"))
                .mustRefuse(403, "only-reads");
        String other = open(world, "Into", Map.of());
        world.anna()
                .put("/api/v1/tickets/" + code + "/merge", Map.of("into", other))
                .mustRefuse(403, "only-reads");
    }

    @Test
    void own_tickets_come_first_then_those_of_customers_served_last() throws Exception {
        World world = worlds.fresh();
        String known = open(world, "I know Omar", Map.of());
        world.anna()
                .post("/api/v1/tickets/" + known + "/messages", Map.of("type", "reply", "text", "Hello Omar"))
                .mustBe(201);
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        for (int i = 0; i < 200 && servers(owner, world) == 0; i++) {
            Thread.onSpinWait();
            world.anna().get("/api/v1/me");
        }
        String stranger = open(world, "Urgent stranger", Map.of("priority", "urgent", "customer", "zoe@example.org"));
        String omars = open(world, "Omar again", Map.of("priority", "low"));
        String mine = open(world, "Mine", Map.of("priority", "low", "customer", "zoe@example.org"));
        world.olga()
                .patch("/api/v1/tickets/" + mine, Map.of("assignee", World.ANNA))
                .mustBe(200);
        assertThat(List.of(next(world.anna()), next(world.anna()), next(world.anna())))
                .containsExactly(mine, omars, stranger);
    }

    @Test
    void a_claim_that_nobody_used_goes_back_by_the_clock() {
        World world = worlds.fresh();
        String idle = open(world, "Idle", Map.of());
        assertThat(next(world.anna())).isEqualTo(idle);
        giveBack(world, idle, Duration.ofMinutes(29));
        assertThat(world.anna().get("/api/v1/tickets/" + idle).text("/assignee/email"))
                .isEqualTo(World.ANNA);
        giveBack(world, idle, Duration.ofMinutes(31));
        Api.Answer back = world.anna().get("/api/v1/tickets/" + idle);
        assertThat(back.body().at("/assignee").isNull()).isTrue();
        assertThat(world.anna()
                        .get("/api/v1/tickets/" + idle + "/history")
                        .body()
                        .at("/items")
                        .valueStream()
                        .filter(line -> line.at("/kind").asString().equals("ticket.given_back"))
                        .map(line -> line.at("/by/kind").asString()))
                .containsExactly("clock");
        assertThat(next(world.anna())).isEqualTo(idle);
    }

    @Test
    void any_act_keeps_a_claimed_ticket() {
        World world = worlds.fresh();
        String noted = open(world, "Noted", Map.of());
        assertThat(next(world.anna())).isEqualTo(noted);
        world.anna()
                .post("/api/v1/tickets/" + noted + "/messages", Map.of("type", "note", "text", "Looking."))
                .mustBe(201);
        giveBack(world, noted, Duration.ofMinutes(31));
        assertThat(world.anna().get("/api/v1/tickets/" + noted).text("/assignee/email"))
                .isEqualTo(World.ANNA);
    }

    @Test
    void who_answers_only_through_to_solve_answers_what_it_gave() {
        World world = worlds.fresh();
        String picked = open(world, "Picked", Map.of());
        world.olga()
                .patch("/api/v1/agents/" + World.ANNA + "/routing", Map.of("only_to_solve", true))
                .mustBe(200);
        Api anna = world.anna();
        String messages = "/api/v1/tickets/" + picked + "/messages";
        anna.post(messages, Map.of("type", "reply", "text", "Hi")).mustRefuse(403, "only-through-to-solve");
        anna.patch("/api/v1/tickets/" + picked, Map.of("status", "resolved")).mustRefuse(403, "only-through-to-solve");
        anna.patch("/api/v1/tickets/" + picked, Map.of("assignee", "me")).mustRefuse(403, "only-through-to-solve");
        anna.post(messages, Map.of("type", "note", "text", "A note is no answer."))
                .mustBe(201);
        assertThat(anna.get("/api/v1/tickets/" + picked)
                        .body()
                        .at("/abilities/reply")
                        .asBoolean())
                .isFalse();
        assertThat(next(anna)).isEqualTo(picked);
        anna.post(messages, Map.of("type", "reply", "text", "Hi")).mustBe(201);
        anna.patch("/api/v1/agents/" + World.ANNA + "/routing", Map.of("only_to_solve", false))
                .mustRefuse(403, "permission-missing");
    }

    @Test
    void fifty_who_press_at_once_never_get_the_same_ticket() throws Exception {
        World world = worlds.fresh();
        int tickets = AGENTS * ROUNDS - 30;
        for (int i = 0; i < tickets; i++) {
            open(world, "Ticket " + i, Map.of());
        }
        UUID support = world.department("Support");
        List<Actor> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            String email = "solver" + i + "@example.com";
            UUID id = world.olga()
                    .post("/api/v1/agents", Map.of("name", "Solver " + i, "email", email))
                    .mustBe(201)
                    .id("/id");
            agents.add(Actor.agent(world.workspace(), id, "Solver " + i, EnumSet.of(Permission.TICKETS_REPLY)));
        }
        world.olga()
                .put("/api/v1/departments/" + support + "/members", Map.of("all", true))
                .mustBe(200);
        Set<UUID> taken = new HashSet<>();
        int given = 0;
        for (int round = 0; round < ROUNDS; round++) {
            AtomicInteger who = new AtomicInteger();
            List<Optional<UUID>> got = Together.call(AGENTS, () -> {
                Actor by = agents.get(who.getAndIncrement());
                return Workspaces.call(world.workspace(), () -> claiming.next(by));
            });
            for (Optional<UUID> one : got) {
                if (one.isPresent()) {
                    given++;
                    assertThat(taken.add(one.get()))
                            .as("ticket %s twice", one.get())
                            .isTrue();
                }
            }
            assertThat(given).isEqualTo(Math.min(tickets, AGENTS * (round + 1)));
        }
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql(
                                "select count(distinct assignee_id) as agents, count(*) as tickets from ticket where workspace_id = :w"
                                        + " and assignee_id is not null")
                        .param("w", world.workspace())
                        .query(Row.as(row -> List.of(row.number("agents"), row.number("tickets"))))
                        .single())
                .containsExactly(AGENTS, tickets);
    }

    @Test
    void settings_and_agents_settings_say_what_is_wrong() {
        World world = worlds.fresh();
        Api olga = world.olga();
        Api.Answer settings = olga.get("/api/v1/routing-settings").mustBe(200);
        assertThat(settings.body().at("/give_back_minutes").asInt()).isEqualTo(30);
        olga.patch("/api/v1/routing-settings", Map.of("give_back_minutes", 0))
                .mustBe(400)
                .mustName("/give_back_minutes");
        olga.patch("/api/v1/routing-settings", Map.of("give_back_minutes", 5)).mustBe(200);
        olga.with("If-Match", String.valueOf(settings.header("ETag")))
                .patch("/api/v1/routing-settings", Map.of("give_back_minutes", 6))
                .mustRefuse(412, "stale");
        world.anna()
                .patch("/api/v1/routing-settings", Map.of("give_back_minutes", 6))
                .mustBe(403);
        olga.patch("/api/v1/agents/" + World.ANNA + "/routing", Map.of("tickets_max", 0))
                .mustBe(400)
                .mustName("/tickets_max");
        olga.get("/api/v1/agents/nobody@example.com/routing").mustBe(404);
    }

    private void giveBack(World world, String code, Duration later) {
        Instant then = clock.instant().plus(later);
        Workspaces.run(
                world.workspace(), () -> claiming.giveBack(Actor.clock(world.workspace()), idOf(world, code), then));
    }

    private static int servers(JdbcClient owner, World world) {
        return owner.sql("select count(*) as n from customer_server where workspace_id = :w")
                .param("w", world.workspace())
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    private static UUID idOf(World world, String code) {
        return JdbcClient.create(TestDatabase.owner())
                .sql("select id from ticket where workspace_id = :w and code = :code")
                .param("w", world.workspace())
                .param("code", code)
                .query(Row.as(row -> row.uuid("id")))
                .single();
    }

    private static String open(World world, String subject, Map<String, String> how) {
        return world.olga()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "department",
                                how.getOrDefault("department", "Support"),
                                "priority",
                                how.getOrDefault("priority", "normal"),
                                "customer",
                                Map.of("email", how.getOrDefault("customer", World.OMAR)),
                                "message",
                                Map.of("text", subject)))
                .mustBe(201)
                .text("/code");
    }

    private static String next(Api agent) {
        return agent.post("/api/v1/to-solve", Map.of()).mustBe(200).text("/code");
    }

    private static int count(Api agent) {
        return agent.get("/api/v1/to-solve").mustBe(200).body().at("/count").asInt();
    }

    private static List<String> kinds(World world, String code) {
        return world.anna()
                .get("/api/v1/tickets/" + code + "/history")
                .body()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }
}
