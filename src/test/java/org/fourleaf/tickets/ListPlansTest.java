package org.fourleaf.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Every list is an index's order: explained as the pool's role, with enough rows that a scan would be tempting. */
@InFourleaf
class ListPlansTest {

    private static final int TICKETS = 20_000;

    private final World world;
    private final TicketListQuery list;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final List<UUID> departments = new ArrayList<>();

    ListPlansTest(
            @Autowired Worlds worlds,
            @Autowired TicketListQuery list,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionOperations transaction) {
        world = worlds.fresh();
        this.list = list;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeAll
    void manyTickets() {
        world.olga().post("/api/v1/tickets", TicketsApiTest.body("Seed", "w")).mustBe(201);
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        departments.addAll(owner.sql("select id from department where workspace_id = :w order by id")
                .param("w", world.workspace())
                .query(Row.as(row -> row.uuid("id")))
                .list());
        owner.sql("""
                        insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel,
                            created_at, updated_at, last_message_at, status_since, due_at)
                        select :w, gen_random_uuid(), 'SEED-' || i, 'Subject', 1 + i % 10, 1 + i % 4,
                            (cast(:departments as uuid[]))[1 + i % :count], (select id from customer where workspace_id = :w limit 1), 1,
                            now() - i * interval '1 minute', now(), now() - i * interval '1 minute', now(), now() + i * interval '1 second'
                        from generate_series(1, :n) as i
                        """)
                .param("w", world.workspace())
                .param("departments", departments.toArray(UUID[]::new))
                .param("count", departments.size())
                .param("n", TICKETS)
                .update();
        owner.sql("analyze ticket").update();
    }

    @ParameterizedTest
    @EnumSource(TicketListQuery.Sort.class)
    void a_list_of_everything_is_merged_from_index_scans(TicketListQuery.Sort sort) {
        assertOrdered(sort, new DepartmentSight(true, departments));
    }

    @ParameterizedTest
    @EnumSource(TicketListQuery.Sort.class)
    void a_list_of_some_departments_is_merged_from_index_scans(TicketListQuery.Sort sort) {
        assertOrdered(sort, new DepartmentSight(false, departments));
    }

    @ParameterizedTest
    @EnumSource(TicketListQuery.Sort.class)
    void a_list_by_a_condition_walks_its_order_so_far_and_no_further(TicketListQuery.Sort sort) {
        Sql never = Sql.of("(position(? in lower(upper(t.subject))) > 0)", "nowhere");
        for (boolean all : List.of(true, false)) {
            String plan = explain(
                    list.sql(world.ownerActor(), filter(sort, null, never), new DepartmentSight(all, departments)));
            assertThat(plan).contains("Index").doesNotContain("Seq Scan");
            assertThat(rowsRead(plan)).as("%s", plan).isLessThan(TicketListQuery.WALK_MAX * 1.1);
        }
    }

    @Test
    void a_list_by_a_tag_is_read_from_the_tag() {
        String plan = explain(list.sql(
                world.ownerActor(),
                filter(TicketListQuery.Sort.LAST_MESSAGE_NEWEST, world.workspace(), null),
                new DepartmentSight(true, departments)));
        assertThat(plan).contains("ticket_tag").doesNotContain("Seq Scan");
    }

    private static TicketListQuery.Filter filter(TicketListQuery.Sort sort, @Nullable UUID tag, @Nullable Sql where) {
        Set<TicketStatus> statuses = sort == TicketListQuery.Sort.IMPORTANCE || sort == TicketListQuery.Sort.DUE
                ? EnumSet.of(TicketStatus.NEW, TicketStatus.OPEN)
                : TicketStatus.LISTED;
        return new TicketListQuery.Filter(
                statuses, null, Given.nothing(), tag, null, null, null, where, sort, Slice.first(50));
    }

    @Test
    void what_is_overdue_is_read_from_its_own_index() {
        String plan = explain(list.sql(
                world.ownerActor(),
                new TicketListQuery.Filter(
                        TicketStatus.LISTED,
                        null,
                        Given.nothing(),
                        null,
                        null,
                        DueStanding.OVERDUE,
                        null,
                        null,
                        TicketListQuery.Sort.DUE,
                        Slice.first(50)),
                new DepartmentSight(true, departments)));
        assertThat(plan).contains("ticket_due").doesNotContain("Seq Scan on ticket ");
    }

    @Test
    void department_counters_read_only_their_deltas() {
        String plan = explain(Sql.of(
                "select department_id, status, sum(n) from ticket_count where workspace_id = ? and department_id = any (?)"
                        + " group by department_id, status",
                world.workspace(),
                departments));
        assertThat(plan).doesNotContain("on ticket ");
    }

    private void assertOrdered(TicketListQuery.Sort sort, DepartmentSight sight) {
        String plan = explain(list.sql(world.ownerActor(), filter(sort, null, null), sight));
        assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        assertThat(rowsRead(plan)).as("%s", plan).isLessThan(1_000);
    }

    private String explain(Sql sql) {
        List<String> lines = Workspaces.call(
                world.workspace(),
                () -> transaction.execute(
                        status -> jdbc.sql("explain (analyze, costs off, timing off, summary off) " + sql.text())
                                .params(sql.values())
                                .query((set, row) -> String.valueOf(set.getString(1)))
                                .list()));
        return String.join("\n", lines == null ? List.of() : lines);
    }

    private static double rowsRead(String plan) {
        double rows = 0;
        for (String line : plan.lines().toList()) {
            if (line.contains("Scan using ticket_")) {
                rows += Double.parseDouble(line.replaceAll(".*actual rows=([0-9.]+).*", "$1"));
            }
        }
        return rows;
    }
}
