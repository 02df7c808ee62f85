package org.fourleaf.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What mentions are read from, and who can be mentioned. */
@Component
class MentionQuery {

    private static final int AGENTS_MAX = 1_000;

    private final JdbcClient jdbc;

    MentionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> noteHtml(UUID workspace, UUID message) {
        return jdbc.sql(
                        "select html from message where workspace_id = :w and id = :id and type = 3 and html is not null")
                .param("w", workspace)
                .param("id", message)
                .query(Row.as(row -> row.text("html")))
                .optional();
    }

    List<PersonName> mentionable(UUID workspace, Collection<UUID> agents) {
        return jdbc.sql("""
                        select id, email, name from agent where workspace_id = :w and id = any (:agents) and deactivated_at is null
                        order by lower(name), id limit :limit
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .param("limit", AGENTS_MAX)
                .query(Row.as(row -> new PersonName(row.uuid("id"), row.text("email"), row.text("name"))))
                .list();
    }
}
