package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tickets are due soon or overdue, in the order they are due, and how many they are. */
@Component
class DueStore {

    private record Place(UUID department, DueStanding standing) {}

    /** A ticket before and after a change. */
    record Changed(Ticket was, Ticket now) {

        private boolean wasIn() {
            return was.sla().standing().isPressing() && was.mergedInto() == null;
        }

        private boolean isIn() {
            return now.sla().standing().isPressing() && now.mergedInto() == null;
        }

        private boolean moves() {
            return wasIn() != isIn()
                    || (isIn()
                            && (!place(was).equals(place(now)) || !was.dueAt().equals(now.dueAt())));
        }
    }

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(UUID workspace, List<Changed> changed) {
        List<Changed> moving = changed.stream().filter(Changed::moves).toList();
        if (moving.isEmpty()) {
            return;
        }
        Map<Place, Integer> deltas = new HashMap<>();
        for (Changed one : moving) {
            if (one.wasIn()) {
                deltas.merge(place(one.was), -1, Integer::sum);
            }
            if (one.isIn()) {
                deltas.merge(place(one.now), 1, Integer::sum);
            }
        }
        List<UUID> leaving = moving.stream()
                .filter(one -> !one.isIn())
                .map(one -> one.now.id())
                .toList();
        List<Ticket> staying =
                moving.stream().filter(Changed::isIn).map(Changed::now).toList();
        if (!leaving.isEmpty()) {
            jdbc.sql("delete from ticket_due where workspace_id = :w and ticket_id = any (:ids)")
                    .param("w", workspace)
                    .param("ids", Sql.bind(leaving))
                    .update();
        }
        if (!staying.isEmpty()) {
            put(workspace, staying);
        }
        count(workspace, deltas);
    }

    private void put(UUID workspace, List<Ticket> staying) {
        Columns<Ticket> columns = Columns.of(staying);
        jdbc.sql("""
                        insert into ticket_due (workspace_id, ticket_id, department_id, standing, due_at)
                        select :w, d.* from unnest(:ids, :departments, cast(:standings as smallint[]), cast(:dues as timestamptz[])) as d
                        on conflict (workspace_id, ticket_id) do update
                        set department_id = excluded.department_id, standing = excluded.standing, due_at = excluded.due_at
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Ticket::id))
                .param("departments", columns.ids(Ticket::department))
                .param(
                        "standings",
                        columns.numbers(ticket -> ticket.sla().standing().code()))
                .param("dues", columns.instants(Ticket::dueAt))
                .update();
    }

    /** Tickets that went from one department to another in one statement. */
    void moveDepartment(UUID workspace, Collection<UUID> tickets, UUID from, UUID into) {
        Map<Place, Integer> deltas = new HashMap<>();
        jdbc.sql("""
                        update ticket_due set department_id = :into where workspace_id = :w and ticket_id = any (:ids)
                        returning standing
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .param("into", into)
                .query(Row.as(row -> DueStanding.ofCode(row.number("standing"))))
                .list()
                .forEach(standing -> {
                    deltas.merge(new Place(from, standing), -1, Integer::sum);
                    deltas.merge(new Place(into, standing), 1, Integer::sum);
                });
        count(workspace, deltas);
    }

    private void count(UUID workspace, Map<Place, Integer> deltas) {
        deltas.values().removeIf(n -> n == 0);
        if (deltas.isEmpty()) {
            return;
        }
        Columns<Map.Entry<Place, Integer>> columns = Columns.of(new ArrayList<>(deltas.entrySet()));
        jdbc.sql("""
                        insert into ticket_due_count (workspace_id, department_id, standing, id, n)
                        select :w, c.* from unnest(:departments, cast(:standings as smallint[]), :ids, cast(:ns as int[])) as c
                        """)
                .param("w", workspace)
                .param("departments", columns.ids(entry -> entry.getKey().department))
                .param(
                        "standings",
                        columns.numbers(entry -> entry.getKey().standing.code()))
                .param("ids", columns.ids(entry -> Ids.next()))
                .param("ns", columns.numbers(Map.Entry::getValue))
                .update();
    }

    /** How many are due soon or overdue, per department. */
    Map<UUID, Map<DueStanding, Long>> counts(UUID workspace, Collection<UUID> departments) {
        record Summed(UUID department, DueStanding standing, long n) {}
        Map<UUID, Map<DueStanding, Long>> counts = new HashMap<>();
        jdbc.sql("""
                        select department_id, standing, sum(n) as n from ticket_due_count
                        where workspace_id = :w and department_id = any (:departments) group by department_id, standing
                        """)
                .param("w", workspace)
                .param("departments", Sql.bind(departments))
                .query(Row.as(row -> new Summed(
                        row.uuid("department_id"), DueStanding.ofCode(row.number("standing")), row.big("n"))))
                .list()
                .forEach(sum -> Objects.requireNonNull(
                                counts.computeIfAbsent(sum.department, department -> new HashMap<>()))
                        .put(sum.standing, sum.n));
        return counts;
    }

    void foldCounts(UUID workspace) {
        jdbc.sql("""
                        with gone as (
                            delete from ticket_due_count where workspace_id = :w
                                and (department_id, standing) in (
                                    select department_id, standing from ticket_due_count where workspace_id = :w
                                    group by department_id, standing having count(*) > 20)
                            returning department_id, standing, n)
                        insert into ticket_due_count (workspace_id, department_id, standing, id, n)
                        select :w, department_id, standing, gen_random_uuid(), sum(n) from gone
                        group by department_id, standing having sum(n) <> 0
                        """).param("w", workspace).update();
    }

    private static Place place(Ticket ticket) {
        return new Place(ticket.department(), ticket.sla().standing());
    }
}
