package org.fourleaf.reports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands in the queues of departments at this moment, and who is there for them. */
@Component
@Transactional(readOnly = true)
class WallboardQuery {

    /** Tickets that wait. @param longestSince since when the one waits whose customer wrote longest ago */
    record Queue(long fresh, long open, @Nullable Instant longestSince) {}

    /** Members of a department. */
    record Present(long online, long paused) {}

    private final JdbcClient jdbc;

    WallboardQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From the counters, and the head of one index a department and status. */
    Map<UUID, Queue> queues(UUID workspace, List<UUID> departments) {
        Map<UUID, Queue> queues = new HashMap<>();
        jdbc.sql("""
                        select d.id, coalesce(c.fresh, 0) as fresh, coalesce(c.open, 0) as open, least(
                            (select t.last_message_at from ticket t where t.workspace_id = :w and t.department_id = d.id and t.status = 1
                                and t.merged_into is null order by t.last_message_at, t.id limit 1),
                            (select t.last_message_at from ticket t where t.workspace_id = :w and t.department_id = d.id and t.status = 2
                                and t.merged_into is null order by t.last_message_at, t.id limit 1)) as longest
                        from unnest(:departments) as d(id)
                        left join (
                            select department_id, sum(n) filter (where status = 1) as fresh, sum(n) filter (where status = 2) as open
                            from ticket_count where workspace_id = :w and status in (1, 2) group by department_id) as c
                            on c.department_id = d.id
                        """)
                .param("w", workspace)
                .param("departments", Sql.bind(departments))
                .query(Row.as(row -> queues.put(
                                row.uuid("id"),
                                new Queue(row.big("fresh"), row.big("open"), row.instantOrNull("longest")))
                        == null))
                .list();
        return queues;
    }

    /** By what their presence says now, on any channel. */
    Map<UUID, Present> present(UUID workspace, List<UUID> departments) {
        Map<UUID, Present> present = new HashMap<>();
        jdbc.sql("""
                        select m.department_id, count(*) filter (where p.state = 1) as online, count(*) filter (where p.state = 2) as paused
                        from department_member m
                        join (select agent_id, state from presence_span
                            where workspace_id = :w and channel = 0 and until = 'infinity') as p on p.agent_id = m.agent_id
                        where m.workspace_id = :w and m.department_id = any (:departments) group by m.department_id
                        """)
                .param("w", workspace)
                .param("departments", Sql.bind(departments))
                .query(Row.as(
                        row -> present.put(row.uuid("department_id"), new Present(row.big("online"), row.big("paused")))
                                == null))
                .list();
        return present;
    }
}
