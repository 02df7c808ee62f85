package org.fourleaf.attention;

import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long agents looked at one ticket: what the log says and what runs at the moment. */
@Component
class ViewTimeQuery {

    private static final int AGENTS_MAX = 200;

    /** One agent's share. */
    record Share(PersonName agent, long seconds) {}

    /** All of it, in seconds. The longest share comes first. */
    record Spent(long seconds, List<Share> agents) {

        Spent {
            agents = List.copyOf(agents);
        }
    }

    private final JdbcClient jdbc;

    ViewTimeQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Spent of(Actor by, UUID ticket) {
        List<Share> shares = jdbc.sql("""
                        select g.id, g.email, g.name, sum(spent.millis) / 1000 as seconds
                        from (
                            select agent_id, seconds * 1000 as millis from view_time where workspace_id = :w and ticket_id = :ticket
                            union all
                            select agent_id, millis from viewing where workspace_id = :w and ticket_id = :ticket
                        ) as spent
                        join agent g on g.workspace_id = :w and g.id = spent.agent_id
                        group by g.id, g.email, g.name order by seconds desc, g.id limit :limit
                        """)
                .param("w", by.workspace())
                .param("ticket", ticket)
                .param("limit", AGENTS_MAX)
                .query(Row.as(row -> new Share(
                        new PersonName(row.uuid("id"), row.text("email"), row.text("name")), row.big("seconds"))))
                .list();
        return new Spent(shares.stream().mapToLong(Share::seconds).sum(), shares);
    }
}
