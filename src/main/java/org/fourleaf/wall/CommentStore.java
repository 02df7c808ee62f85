package org.fourleaf.wall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves what colleagues say about entries. */
@Component
class CommentStore {

    /** One of them. */
    record Comment(UUID id, UUID entry, UUID agent, Instant at, String text, boolean hidden) {}

    static final int PER_ENTRY_MAX = 200;

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Comment> of(UUID workspace, UUID entry) {
        return jdbc.sql(
                        "select * from wall_comment where workspace_id = :w and entry_id = :entry order by id limit :max")
                .param("w", workspace)
                .param("entry", entry)
                .param("max", PER_ENTRY_MAX)
                .query(Row.as(CommentStore::comment))
                .list();
    }

    Optional<Comment> find(UUID workspace, UUID entry, UUID id) {
        return jdbc.sql("select * from wall_comment where workspace_id = :w and entry_id = :entry and id = :id")
                .param("w", workspace)
                .param("entry", entry)
                .param("id", id)
                .query(Row.as(CommentStore::comment))
                .optional();
    }

    /** @return whether there was room for one more; asked while the entry is locked */
    boolean insert(UUID workspace, Comment comment) {
        jdbc.sql("select 1 as one from wall_entry where workspace_id = :w and id = :entry for update")
                .param("w", workspace)
                .param("entry", comment.entry())
                .query(Row.as(row -> row.number("one")))
                .optional();
        return jdbc.sql("""
                        insert into wall_comment (workspace_id, id, entry_id, agent_id, at, text)
                        select :w, :id, :entry, :agent, :at, :text
                        where (select count(*) from wall_comment where workspace_id = :w and entry_id = :entry) < :max
                        """)
                        .param("w", workspace)
                        .param("id", comment.id())
                        .param("entry", comment.entry())
                        .param("agent", comment.agent())
                        .param("at", Sql.bind(comment.at()))
                        .param("text", comment.text())
                        .param("max", PER_ENTRY_MAX)
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from wall_comment where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** @param by none to show it again */
    void hide(UUID workspace, UUID id, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        update wall_comment set hidden_by = cast(:by as uuid),
                            hidden_at = case when cast(:by as uuid) is null then null else cast(:at as timestamptz) end
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("by", by)
                .param("at", Sql.bind(at))
                .update();
    }

    private static Comment comment(Row row) throws java.sql.SQLException {
        return new Comment(
                row.uuid("id"),
                row.uuid("entry_id"),
                row.uuid("agent_id"),
                row.instant("at"),
                row.text("text"),
                row.instantOrNull("hidden_at") != null);
    }
}
