package org.fourleaf.attention;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks at which ticket, each agent once a ticket, as far as the asking one may see the tickets. */
@Component
class OnlookerQuery {

    /** More would be no help in a list. */
    static final int ONLOOKERS_MAX = 500;

    private final JdbcClient jdbc;

    OnlookerQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ticket only of this one; none for all */
    List<Onlooker> of(Actor by, @Nullable UUID ticket, DepartmentSight sight, Instant now) {
        return sql(by.workspace(), ticket, sight, now)
                .on(jdbc)
                .query(Row.as(row -> new Onlooker(
                        row.text("code"),
                        new PersonName(row.uuid("id"), row.text("email"), row.text("name")),
                        AttentionState.ofCode(row.number("state")),
                        row.instant("since"),
                        row.instant("until"))))
                .list();
    }

    Sql sql(UUID workspace, @Nullable UUID ticket, DepartmentSight sight, Instant now) {
        return Sql.of("""
                        select t.code, g.id, g.email, g.name, max(a.state) as state, min(a.since) as since, max(a.until) as until
                        from ticket_attention a
                        join ticket t on t.workspace_id = ? and t.id = a.ticket_id
                        join agent g on g.workspace_id = ? and g.id = a.agent_id
                        where a.workspace_id = ? and a.until > ? and a.state > 0
                        """, workspace, workspace, workspace, now)
                .addIf(ticket != null, "and a.ticket_id = ?", ticket)
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids())
                .add("group by t.code, g.id, g.email, g.name order by since, g.id limit ?", ONLOOKERS_MAX);
    }
}
