package org.fourleaf.tickets;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves drafts, one per agent and ticket. */
@Component
class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> find(UUID workspace, UUID ticket, UUID agent) {
        return jdbc.sql("""
                        select type, html, cc, attachments, saved_at, version from draft
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .query(Row.as(row -> new Draft(
                        MessageType.ofCode(row.number("type")),
                        row.text("html"),
                        row.texts("cc"),
                        List.of(),
                        row.uuids("attachments"),
                        row.instant("saved_at"),
                        row.big("version"))))
                .optional();
    }

    long save(UUID workspace, UUID ticket, UUID agent, Draft draft) {
        return jdbc.sql("""
                        insert into draft (workspace_id, ticket_id, agent_id, type, html, cc, attachments, saved_at)
                        values (:w, :ticket, :agent, :type, :html, :cc, cast(:attachments as uuid[]), :at)
                        on conflict (workspace_id, ticket_id, agent_id) do update set type = excluded.type,
                            html = excluded.html, cc = excluded.cc, attachments = excluded.attachments,
                            saved_at = excluded.saved_at, version = draft.version + 1
                        returning version
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("type", draft.type().code())
                .param("html", draft.html())
                .param("cc", Sql.bind(draft.cc()))
                .param("attachments", Sql.bind(draft.attachmentIds()))
                .param("at", Sql.bind(draft.savedAt()))
                .query(Row.as(row -> row.big("version")))
                .single();
    }

    void delete(UUID workspace, UUID ticket, UUID agent) {
        jdbc.sql("delete from draft where workspace_id = :w and ticket_id = :ticket and agent_id = :agent")
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .update();
    }
}
