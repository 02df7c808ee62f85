package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers beside views and departments. Exact from the deltas; those of owners are counted up to a bound. */
@Component
@Transactional(readOnly = true)
class CountsQuery {

    private static final int COUNTED_MAX = 1_000;

    /** A department's live numbers. */
    record DepartmentCount(
            UUID id,
            String name,

            @JsonProperty("new") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            long fresh,

            long open,
            long resolved) {}

    /** @param capped the numbers mine and unassigned stop at {@value COUNTED_MAX} */
    record Counts(Map<String, Long> views, List<DepartmentCount> departments, boolean capped) {}

    private record Summed(UUID department, TicketStatus status, long n) {}

    private final JdbcClient jdbc;
    private final Departments departments;

    CountsQuery(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    Counts counts(Actor by) {
        DepartmentSight sight = departments.seenBy(by);
        Map<TicketStatus, Long> total = new EnumMap<>(TicketStatus.class);
        Map<UUID, Map<TicketStatus, Long>> each = new HashMap<>();
        for (Summed summed : sums(by.workspace(), sight.ids())) {
            total.merge(summed.status, summed.n, Long::sum);
            each.computeIfAbsent(summed.department, id -> new EnumMap<>(TicketStatus.class))
                    .merge(summed.status, summed.n, Long::sum);
        }
        long mine = by.isAgent() ? counted(by, sight, by.agentId()) : 0;
        long unassigned = counted(by, sight, null);
        Map<String, Long> views = new HashMap<>();
        views.put("to_answer", sum(total, TicketStatus.NEW, TicketStatus.OPEN));
        views.put("mine", Math.min(mine, COUNTED_MAX));
        views.put("unassigned", Math.min(unassigned, COUNTED_MAX));
        views.put("answered", sum(total, TicketStatus.ANSWERED));
        views.put("waiting", sum(total, TicketStatus.PENDING, TicketStatus.POSTPONED));
        views.put("resolved", sum(total, TicketStatus.RESOLVED));
        views.put("spam", sum(total, TicketStatus.SPAM));
        views.put("deleted", sum(total, TicketStatus.DELETED));
        views.put("all", sum(total, TicketStatus.LISTED.toArray(TicketStatus[]::new)));
        List<DepartmentCount> lines = departments.all(by).stream()
                .map(department -> line(department, each.getOrDefault(department.id(), Map.of())))
                .toList();
        return new Counts(views, lines, mine > COUNTED_MAX || unassigned > COUNTED_MAX);
    }

    private static DepartmentCount line(Department department, Map<TicketStatus, Long> counts) {
        return new DepartmentCount(
                department.id(),
                department.name(),
                sum(counts, TicketStatus.NEW),
                sum(counts, TicketStatus.OPEN),
                sum(counts, TicketStatus.RESOLVED));
    }

    private static long sum(Map<TicketStatus, Long> counts, TicketStatus... statuses) {
        long sum = 0;
        for (TicketStatus status : statuses) {
            sum += counts.getOrDefault(status, 0L);
        }
        return sum;
    }

    private List<Summed> sums(UUID workspace, List<UUID> departments) {
        return jdbc.sql("""
                        select department_id, status, sum(n) as n from ticket_count
                        where workspace_id = :w and department_id = any (:departments) group by department_id, status
                        """)
                .param("w", workspace)
                .param("departments", Sql.bind(departments))
                .query(Row.as(row ->
                        new Summed(row.uuid("department_id"), TicketStatus.ofCode(row.number("status")), row.big("n"))))
                .list();
    }

    private long counted(Actor by, DepartmentSight sight, @Nullable UUID owner) {
        Sql sql = Sql.of("""
                select count(*) as n from (
                    select 1 from ticket where workspace_id = ? and status in (1, 2) and merged_into is null
                """, by.workspace());
        sql.addIf(owner == null, "and assignee_id is null");
        if (owner != null) {
            sql.add("and assignee_id = ?", owner);
        }
        if (!sight.all()) {
            sql.add("and department_id = any (?)", sight.ids());
        }
        return sql.add("limit ?) as counted", COUNTED_MAX + 1)
                .on(jdbc)
                .query(Row.as(row -> row.big("n")))
                .single();
    }
}
