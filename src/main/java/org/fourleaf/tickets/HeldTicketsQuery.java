package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many tickets an agent has in hand, of those somebody may see. */
@Component
class HeldTicketsQuery {

    static final int COUNTED_MAX = 1_000;

    /** Tickets of one status. @param more there are more than the number counted */
    record Held(TicketStatus status, int count, boolean more) {}

    private final JdbcClient jdbc;

    HeldTicketsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By status, those without any left out; each counted along the index of owners. */
    List<Held> of(UUID workspace, UUID agent, DepartmentSight sight) {
        return Sql.of("""
                        select s.status, held.n from unnest(array[1, 2, 3, 4, 5, 6, 7]) as s(status)
                        cross join lateral (select count(*) as n from (
                            select 1 from ticket t where t.workspace_id = ? and t.assignee_id = ? and t.status = s.status
                                and t.merged_into is null
                        """, workspace, agent)
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .add("limit ?) as counted) as held where held.n > 0 order by s.status", COUNTED_MAX + 1)
                .on(jdbc)
                .query(Row.as(row -> new Held(
                        TicketStatus.ofCode(row.number("status")),
                        Math.min(row.number("n"), COUNTED_MAX),
                        row.number("n") > COUNTED_MAX)))
                .list();
    }
}
