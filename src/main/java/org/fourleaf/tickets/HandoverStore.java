package org.fourleaf.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the open tickets of one agent and gives them to another, many in one statement. */
@Component
class HandoverStore {

    /** Not resolved, not out of the way: every status below 8. */
    private static final String OPEN =
            "workspace_id = :w and assignee_id = :agent and status < 8 and merged_into is null";

    /** A ticket that changed hands. @param first nobody ever had it before. */
    record Handed(UUID id, UUID department, @Nullable UUID to, int channel, boolean first, Instant createdAt) {}

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In which departments an agent has open tickets. */
    List<UUID> departments(UUID workspace, UUID agent) {
        return jdbc.sql("select distinct department_id from ticket where " + OPEN)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.uuid("department_id")))
                .list();
    }

    /** @param to gets those of the departments seen, nobody the others */
    List<Handed> handSome(UUID workspace, UUID agent, @Nullable UUID to, Collection<UUID> seen, Instant at, int limit) {
        return jdbc.sql("""
                        update ticket t set assignee_id = case when t.department_id = any (:seen) then cast(:to as uuid) end,
                            first_assigned_at = coalesce(t.first_assigned_at,
                                case when t.department_id = any (:seen) and cast(:to as uuid) is not null then :at end),
                            updated_at = :at, version = t.version + 1
                        from (select id, first_assigned_at is null as first from ticket where
                        """ + OPEN + """
                             order by id limit :limit for update) as chosen
                        where t.workspace_id = :w and t.id = chosen.id
                        returning t.id, t.department_id, t.assignee_id, t.channel, chosen.first, t.created_at
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("to", to)
                .param("seen", Sql.bind(seen))
                .param("at", Sql.bind(at))
                .param("limit", limit)
                .query(Row.as(row -> new Handed(
                        row.uuid("id"),
                        row.uuid("department_id"),
                        row.uuidOrNull("assignee_id"),
                        row.number("channel"),
                        row.flag("first"),
                        row.instant("created_at"))))
                .list();
    }
}
