package org.fourleaf.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.live.LivePulse;
import org.fourleaf.platform.log.LogPump;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@InFourleaf
class TicketAttentionTest {

    private static final String TAB_A = "00000000-0000-4000-8000-00000000000a";
    private static final String TAB_B = "00000000-0000-4000-8000-00000000000b";

    private final World world;
    private final Api anna;
    private final Api bram;
    private final LogPump pump;
    private final TicketAttention attention;
    private final OnlookerQuery onlookers;
    private final AttentionPulse pulse;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    TicketAttentionTest(
            @Autowired Worlds worlds,
            @Autowired LogPump pump,
            @Autowired TicketAttention attention,
            @Autowired OnlookerQuery onlookers,
            @Autowired AttentionPulse pulse,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        anna = world.anna();
        bram = world.bram();
        this.pump = pump;
        this.attention = attention;
        this.onlookers = onlookers;
        this.pulse = pulse;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void who_looks_and_who_types_is_seen_until_they_leave() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of("state", "viewing", "tab", TAB_A))
                .mustBe(200);
        Api.Answer seen = bram.get(ticket + "/attention").mustBe(200);
        assertThat(seen.text("/items/0/agent/email")).isEqualTo(World.ANNA);
        assertThat(seen.text("/items/0/state")).isEqualTo("viewing");
        anna.put(ticket + "/attention", Map.of("state", "typing", "tab", TAB_A)).mustBe(200);
        Api.Answer told =
                bram.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        assertThat(told.body().at("/others")).hasSize(1);
        assertThat(told.text("/others/0/state")).isEqualTo("typing");
        anna.delete(ticket + "/attention?tab=" + TAB_A).mustBe(204);
        assertThat(bram.get(ticket + "/attention").body().at("/items")).hasSize(1);
        assertThat(codes(bram)).contains(code(ticket));
    }

    @Test
    void an_agent_with_two_tabs_is_one_onlooker_who_stays_until_the_last_is_closed() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of("state", "viewing", "tab", TAB_A))
                .mustBe(200);
        anna.put(ticket + "/attention", Map.of("state", "typing", "tab", TAB_B)).mustBe(200);
        assertThat(bram.get(ticket + "/attention").body().at("/items")).hasSize(1);
        assertThat(bram.get(ticket + "/attention").text("/items/0/state")).isEqualTo("typing");
        anna.delete(ticket + "/attention?tab=" + TAB_B).mustBe(204);
        assertThat(bram.get(ticket + "/attention").text("/items/0/state")).isEqualTo("viewing");
    }

    @Test
    void a_tab_that_died_is_gone_when_its_time_is_over() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        owner.sql("update ticket_attention set until = now() - interval '1 second' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        assertThat(bram.get(ticket + "/attention").body().at("/items")).isEmpty();
    }

    @Test
    void nobody_sees_who_looks_at_a_ticket_they_may_not_see() {
        UUID sales = world.department("Sales");
        world.olga()
                .patch("/api/v1/departments/" + sales, Map.of("access", "members"))
                .mustBe(200);
        String ticket = "/api/v1/tickets/"
                + world.olga()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "Secret",
                                        "department",
                                        "Sales",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "x")))
                        .mustBe(201)
                        .text("/code");
        bram.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustRefuse(404, "not-found");
        anna.get(ticket + "/attention").mustRefuse(404, "not-found");
        anna.delete(ticket + "/attention").mustRefuse(404, "not-found");
        anna.get(ticket + "/view-time").mustRefuse(404, "not-found");
        assertThat(codes(anna)).doesNotContain(code(ticket));
        assertThat(codes(world.olga())).contains(code(ticket));
    }

    @Test
    void what_makes_no_sense_is_named() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of()).mustName("/state");
        anna.put(ticket + "/attention", Map.of("state", "sleeping")).mustBe(400).mustName("/state");
        anna.put(ticket + "/attention", Map.of("state", "viewing", "seconds", -1))
                .mustName("/seconds");
        anna.put(ticket + "/attention", Map.of("state", "viewing", "seconds", 1_000_000))
                .mustName("/seconds");
        anna.put(ticket + "/attention", Map.of("state", "viewing", "tab", "x"))
                .mustBe(400)
                .mustName("/tab");
        assertThat(anna.delete(ticket + "/attention?tab=x").status()).isEqualTo(400);
        assertThat(anna.delete(ticket + "/attention?seconds=-5").status()).isBetween(400, 422);
        anna.put("/api/v1/tickets/NO-SUCH-1/attention", Map.of("state", "viewing"))
                .mustRefuse(404, "not-found");
    }

    @Test
    void looking_becomes_a_fact_when_one_leaves_and_no_more_than_went_by() {
        String ticket = ticket();
        Api.Answer first = anna.put(ticket + "/attention", Map.of("state", "viewing", "seconds", 50));
        assertThat(first.mustBe(200).body().at("/counted_seconds").asInt()).isZero();
        pass(20);
        Api.Answer second = anna.put(ticket + "/attention", Map.of("state", "viewing", "seconds", 50));
        assertThat(second.body().at("/counted_seconds").asInt()).isBetween(20, 21);
        pass(10);
        anna.delete(ticket + "/attention?seconds=7").mustBe(204);
        drained();
        Api.Answer spent = anna.get(ticket + "/view-time").mustBe(200);
        assertThat(spent.body().at("/seconds").asInt()).isBetween(27, 28);
        assertThat(spent.text("/agents/0/agent/email")).isEqualTo(World.ANNA);
        assertThat(anna.get(ticket + "/activities")
                        .mustBe(200)
                        .body()
                        .at("/items")
                        .valueStream())
                .anyMatch(line -> line.at("/kind").asString().equals("ticket.viewed")
                        && line.at("/facts/seconds").asInt() >= 27);
        assertThat(anna.get(ticket + "/history").mustBe(200).string()).doesNotContain("ticket.viewed");
        assertThat(facts(ticket)).hasSize(1);
        assertThat(facts(ticket).getFirst()).isBetween(27L, 28L);
        anna.delete(ticket + "/attention?seconds=7").mustBe(204);
        assertThat(facts(ticket)).hasSize(1);
    }

    @Test
    void two_tabs_and_two_tickets_share_one_clock() throws Exception {
        String here = ticket();
        String there = ticket();
        anna.put(here + "/attention", Map.of("state", "viewing", "tab", TAB_A)).mustBe(200);
        anna.put(there + "/attention", Map.of("state", "viewing", "tab", TAB_B)).mustBe(200);
        pass(30);
        AtomicInteger next = new AtomicInteger();
        int counted = Together.call(6, () -> {
                    boolean first = next.getAndIncrement() % 2 == 0;
                    return anna.put(
                                    (first ? here : there) + "/attention",
                                    Map.of("state", "viewing", "tab", first ? TAB_A : TAB_B, "seconds", 30))
                            .mustBe(200)
                            .body()
                            .at("/counted_seconds")
                            .asInt();
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(counted).isBetween(30, 32);
    }

    @Test
    void who_falls_silent_is_written_down_by_the_clock() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        pass(12);
        anna.put(ticket + "/attention", Map.of("state", "viewing", "seconds", 12))
                .mustBe(200);
        closeSilent();
        assertThat(facts(ticket)).isEmpty();
        owner.sql("update viewing set beat_at = beat_at - interval '5 minutes' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        closeSilent();
        closeSilent();
        assertThat(facts(ticket)).containsExactly(12L);
    }

    @Test
    void browsers_hear_of_a_beginning_and_an_end_and_of_nothing_in_between() {
        String ticket = ticket();
        String[] mark = {felt(null).mark()};
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        assertThat(events(mark)).containsExactly(code(ticket));
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        assertThat(events(mark)).isEmpty();
        anna.put(ticket + "/attention", Map.of("state", "typing")).mustBe(200);
        assertThat(events(mark)).containsExactly(code(ticket));
        anna.delete(ticket + "/attention").mustBe(204);
        assertThat(events(mark)).containsExactly(code(ticket));
        assertThat(events(mark)).isEmpty();
    }

    @Test
    void the_condition_for_choosing_knows_what_others_look_at() {
        String ticket = ticket();
        anna.put(ticket + "/attention", Map.of("state", "viewing")).mustBe(200);
        assertThat(free(World.ANNA)).contains(code(ticket));
        assertThat(free(World.BRAM)).doesNotContain(code(ticket));
    }

    @Test
    void the_list_of_onlookers_reads_indexes() {
        Sql sql = onlookers.sql(world.workspace(), null, new DepartmentSight(true, List.of()), Instant.now());
        List<String> plan = Workspaces.call(
                world.workspace(),
                () -> transaction.execute(status -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    return jdbc.sql("explain (costs off) " + sql.text())
                            .params(sql.values())
                            .query(Row.as(row -> row.text("QUERY PLAN")))
                            .list();
                }));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    private List<String> free(String email) {
        Sql sql = Sql.of("select code from ticket t where t.workspace_id = ? and not", world.workspace())
                .add(TicketAttention.onScreenOfOthers("t.id", world.workspace(), world.agentId(email), Instant.now()));
        return Workspaces.call(
                world.workspace(),
                () -> transaction.execute(status ->
                        sql.on(jdbc).query(Row.as(row -> row.text("code"))).list()));
    }

    private List<String> events(String[] mark) {
        LivePulse.Felt felt = felt(mark[0]);
        mark[0] = felt.mark();
        return felt.events().stream()
                .map(event -> String.valueOf(event.data().get("code")))
                .toList();
    }

    private LivePulse.Felt felt(@Nullable String mark) {
        return Workspaces.call(world.workspace(), () -> pulse.since(world.workspace(), mark));
    }

    private void closeSilent() {
        Workspaces.run(world.workspace(), () -> attention.closeSilent(Actor.clock(world.workspace())));
    }

    /** Time goes by: everything heard of was heard so many seconds earlier. */
    private void pass(int seconds) {
        for (String sql : List.of(
                "update ticket_attention set beat_at = beat_at - make_interval(secs => :s) where workspace_id = :w",
                "update view_clock set counted_until = counted_until - make_interval(secs => :s) where workspace_id = :w")) {
            owner.sql(sql).param("s", seconds).param("w", world.workspace()).update();
        }
    }

    private List<Long> facts(String ticket) {
        return owner.sql("""
                        select cast(l.facts ->> 'seconds' as bigint) as seconds from log l
                        join ticket t on t.workspace_id = l.workspace_id and t.id = l.ticket_id
                        where l.workspace_id = :w and l.kind = 8 and t.code = :code
                        """)
                .param("w", world.workspace())
                .param("code", code(ticket))
                .query(Row.as(row -> row.big("seconds")))
                .list();
    }

    private static List<String> codes(Api api) {
        return api.get("/api/v1/attention")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/ticket").asString())
                .toList();
    }

    /** All is read: also by a pump of the background that was at it already. */
    private void drained() {
        long end = System.nanoTime() + 10_000_000_000L;
        do {
            pump.drain(world.workspace());
        } while (System.nanoTime() < end
                && owner.sql("select count(*) from workspaces_with_unread_log(array['view-time']) as w where w = :w")
                                .param("w", world.workspace())
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static String code(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    private String ticket() {
        return "/api/v1/tickets/"
                + anna.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject",
                                        "On screen",
                                        "customer",
                                        Map.of("email", World.OMAR),
                                        "message",
                                        Map.of("text", "x")))
                        .mustBe(201)
                        .text("/code");
    }
}
