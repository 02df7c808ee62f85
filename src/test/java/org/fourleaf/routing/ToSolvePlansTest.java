package org.fourleaf.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.departments.SolveOrder;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** To solve reads the heads of indexes only, also where nearly all that waits belongs to somebody. */
@InFourleaf
class ToSolvePlansTest {

    private static final int TICKETS = 20_000;
    private static final int ROWS_READ_MAX = 400;

    private final World world;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final UUID anna;
    private final Map<UUID, SolveOrder> piles = new LinkedHashMap<>();

    ToSolvePlansTest(
            @Autowired Worlds worlds,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction,
            @Autowired Clock clock) {
        world = worlds.fresh();
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        anna = world.agentId(World.ANNA);
        piles.put(world.department("Support"), SolveOrder.IMPORTANCE);
        piles.put(world.department("Sales"), SolveOrder.FIFO);
    }

    @BeforeAll
    void manyTickets() {
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel,
                            created_at, updated_at, last_message_at, status_since, due_at, assignee_id)
                        select :w, gen_random_uuid(), 'SOLVE-' || i, 'Subject', case when i % 20 = 0 then 1 + i % 2 else 8 end, 1 + i % 4,
                            (cast(:departments as uuid[]))[1 + i % 2], (select id from customer where workspace_id = :w limit 1), 1,
                            now(), now(), now(), now(), now() + i * interval '1 second',
                            case when i % 100 = 0 then null else cast(:bram as uuid) end
                        from generate_series(1, :n) as i
                        """)
                .param("w", world.workspace())
                .param("departments", piles.keySet().toArray(UUID[]::new))
                .param("bram", world.agentId(World.BRAM))
                .param("n", TICKETS)
                .update();
        owner.sql("""
                        insert into customer_server (workspace_id, customer_id, agent_id, at)
                        select :w, id, :anna, now() from customer where workspace_id = :w
                        """).param("w", world.workspace()).param("anna", anna).update();
        owner.sql("analyze ticket").update();
    }

    @Test
    void the_next_ticket_is_found_at_the_heads_of_the_indexes() {
        String plan =
                explain(ToSolveQuery.next(world.workspace(), anna, piles, ToSolveQuery.DEPTH, 1, clock.instant()));
        assertThat(plan).contains("ticket_unassigned_importance", "ticket_unassigned_age");
        assertCheap(plan);
    }

    @Test
    void own_tickets_and_those_of_known_customers_are_few_looks() {
        assertCheap(explain(
                ToSolveQuery.familiar(world.workspace(), anna, piles.keySet(), piles.keySet(), clock.instant())));
    }

    private static void assertCheap(String plan) {
        assertThat(plan).doesNotContain("Seq Scan on ticket ");
        assertThat(rowsRead(plan)).as("%s", plan).isLessThan(ROWS_READ_MAX);
    }

    private String explain(Sql sql) {
        List<String> lines = Workspaces.call(
                world.workspace(),
                () -> transaction.execute(
                        status -> jdbc.sql("explain (analyze, costs off, timing off, summary off) " + sql.text())
                                .params(sql.values())
                                .query(Row.as(row -> row.text("QUERY PLAN")))
                                .list()));
        return String.join("\n", lines == null ? List.of() : lines);
    }

    private static double rowsRead(String plan) {
        double rows = 0;
        for (String line : plan.lines().toList()) {
            if (line.contains("Scan using ticket_") && line.contains("actual rows")) {
                rows += Double.parseDouble(line.replaceAll(".*actual rows=([0-9.]+).*", "$1"))
                        * Double.parseDouble(line.replaceAll(".*loops=([0-9]+).*", "$1"));
            }
        }
        return rows;
    }
}
