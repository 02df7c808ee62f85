package org.fourleaf.tickets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All tickets of a list at once, without order: how many they are, and which. */
@Component
@Transactional(readOnly = true)
public class TicketSetQuery {

    /** @param more counting stopped at its bound: there are at least so many */
    public record Found(long n, boolean more) {}

    private record Walked(long fitting, long walked) {}

    private final JdbcClient jdbc;
    private final Departments departments;

    TicketSetQuery(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    /**
     * Exact up to a bound.
     *
     * @param max counted at most
     * @param looksMax tickets looked at, at most, where no index answers all
     */
    public Found count(Actor by, TicketListQuery.Filter filter, int max, int looksMax) {
        DepartmentSight sight = departments.seenBy(by);
        if (filter.isNothing() || TicketOrder.seen(filter, sight).isEmpty()) {
            return new Found(0, false);
        }
        if (filter.where() == null) {
            long n = Sql.of("select count(*) as n from (select 1")
                    .add(from(by, filter, sight))
                    .add("limit ?) as counted", max + 1)
                    .on(jdbc)
                    .query(Row.as(row -> row.big("n")))
                    .single();
            return new Found(Math.min(n, max), n > max);
        }
        TicketListQuery.Filter walked = new TicketListQuery.Filter(
                filter.statuses(),
                filter.departments(),
                filter.assignee(),
                filter.tag(),
                filter.customers(),
                filter.due(),
                filter.found(),
                null,
                filter.sort(),
                filter.slice());
        Walked found = Sql.of("select count(*) filter (where fits) as fitting, count(*) as walked from (select")
                .add(filter.where())
                .add("as fits")
                .add(from(by, walked, sight))
                .add("limit ?) as looked", looksMax)
                .on(jdbc)
                .query(Row.as(row -> new Walked(row.big("fitting"), row.big("walked"))))
                .single();
        return new Found(Math.min(found.fitting, max), found.fitting > max || found.walked == looksMax);
    }

    /** At most so many, in no order. */
    public List<UUID> ids(Actor by, TicketListQuery.Filter filter, int max) {
        DepartmentSight sight = departments.seenBy(by);
        if (filter.isNothing() || TicketOrder.seen(filter, sight).isEmpty()) {
            return List.of();
        }
        return Sql.of("select t.id")
                .add(from(by, filter, sight))
                .add("limit ?", max)
                .on(jdbc)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** Exact at any size, from the counters' deltas: for what only statuses and departments narrow. */
    public Map<UUID, Map<TicketStatus, Long>> counters(Actor by) {
        record Summed(UUID department, TicketStatus status, long n) {}
        return jdbc
                .sql("""
                        select department_id, status, sum(n) as n from ticket_count
                        where workspace_id = :w and department_id = any (:departments) group by department_id, status
                        """)
                .param("w", by.workspace())
                .param("departments", Sql.bind(departments.seenBy(by).ids()))
                .query(Row.as(row ->
                        new Summed(row.uuid("department_id"), TicketStatus.ofCode(row.number("status")), row.big("n"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Summed::department, Collectors.toMap(Summed::status, Summed::n, Long::sum)));
    }

    private static Sql from(Actor by, TicketListQuery.Filter filter, DepartmentSight sight) {
        Set<TicketStatus> statuses = filter.statuses();
        Sql sql = new Sql();
        if (filter.due() != null) {
            sql.add(
                    "from ticket_due d join ticket t on t.workspace_id = ? and t.id = d.ticket_id"
                            + " where d.workspace_id = ? and d.standing = "
                            + filter.due().code(),
                    by.workspace(),
                    by.workspace());
            if (filter.tag() != null) {
                sql.add("and").add(TicketOrder.wears(by.workspace(), filter.tag()));
            }
        } else if (filter.tag() == null) {
            sql.add("from ticket t where t.workspace_id = ?", by.workspace());
        } else {
            sql.add(
                    "from ticket_tag g join ticket t on t.workspace_id = ? and t.id = g.ticket_id"
                            + " where g.workspace_id = ? and g.tag_id = ?",
                    by.workspace(),
                    by.workspace(),
                    filter.tag());
        }
        sql.add("and t.merged_into is null and t.status in ("
                + statuses.stream()
                        .map(status -> String.valueOf(status.code()))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + ")");
        TicketOrder.conditions(sql, filter, sight, null);
        if (filter.where() != null) {
            sql.add("and").add(filter.where());
        }
        return sql;
    }
}
