package org.fourleaf.coaching;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves notes and what was answered to them. */
@Component
class CoachingNoteStore {

    private static final RowMapper<CoachingNote> NOTE = Row.as(CoachingNoteStore::note);

    private final JdbcClient jdbc;

    CoachingNoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Written to or by the reader, the last written first. @param with only those with this agent, if any is named */
    List<CoachingNote> page(UUID workspace, UUID reader, @Nullable UUID with, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from (");
        side(sql, workspace, "agent_id", "author_id", reader, with, after, slice);
        sql.add("union all");
        side(sql, workspace, "author_id", "agent_id", reader, with, after, slice);
        return sql.add(") as mine order by last_at desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(NOTE)
                .list();
    }

    private static void side(
            Sql sql,
            UUID workspace,
            String mine,
            String other,
            UUID reader,
            @Nullable UUID with,
            @Nullable Cursor after,
            Slice slice) {
        sql.add("(select * from coaching_note where workspace_id = ? and " + mine + " = ?", workspace, reader);
        if (with != null) {
            sql.add("and " + other + " = ?", with);
        }
        if (after != null) {
            sql.add("and (last_at, id) < (?, ?)", after.instant(0), after.id(1));
        }
        sql.add("order by last_at desc, id desc limit ?)", slice.fetch());
    }

    Optional<CoachingNote> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from coaching_note where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(NOTE)
                .optional();
    }

    /** Those that all may read. */
    List<CoachingNote> shared(UUID workspace, Collection<UUID> ids) {
        return jdbc.sql("select * from coaching_note where workspace_id = :w and id = any (:ids) and shared")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(NOTE)
                .list();
    }

    void insert(UUID workspace, CoachingNote note) {
        jdbc.sql("""
                        insert into coaching_note (workspace_id, id, agent_id, author_id, kind, shared, words, kpi, ticket_id, call_seq,
                            goal_id, at, last_at)
                        values (:w, :id, :agent, :author, :kind, :shared, :words, :kpi, :ticket, :call, :goal, :at, :at)
                        """)
                .param("w", workspace)
                .param("id", note.id())
                .param("agent", note.agent())
                .param("author", note.author())
                .param("kind", note.kind().code())
                .param("shared", note.isPublic())
                .param("words", note.words())
                .param("kpi", note.kpi())
                .param("ticket", note.ticket(), Types.OTHER)
                .param("call", note.call(), Types.BIGINT)
                .param("goal", note.goal(), Types.OTHER)
                .param("at", Sql.bind(note.at()))
                .update();
    }

    /** @return false when its version is another meanwhile */
    boolean update(UUID workspace, UUID id, String words, @Nullable Instant closedAt, long version) {
        return jdbc.sql("""
                        update coaching_note set words = :words, closed_at = :closed, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("words", words)
                        .param("closed", Sql.bind(closedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("version", version)
                        .update()
                == 1;
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from coaching_note where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** Locks the note, so that its answers stay within their number. */
    boolean lock(UUID workspace, UUID id) {
        return jdbc.sql("select 1 from coaching_note where workspace_id = :w and id = :id for update")
                .param("w", workspace)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void answer(UUID workspace, CoachingNote.Reply reply) {
        jdbc.sql("""
                        insert into coaching_reply (workspace_id, id, note_id, author_id, words, at)
                        values (:w, :id, :note, :author, :words, :at)
                        """)
                .param("w", workspace)
                .param("id", reply.id())
                .param("note", reply.note())
                .param("author", reply.author())
                .param("words", reply.words())
                .param("at", Sql.bind(reply.at()))
                .update();
        jdbc.sql("update coaching_note set last_at = :at, version = version + 1 where workspace_id = :w and id = :note")
                .param("w", workspace)
                .param("note", reply.note())
                .param("at", Sql.bind(reply.at()))
                .update();
    }

    /** In the order they were written. */
    List<CoachingNote.Reply> replies(UUID workspace, List<UUID> notes) {
        return jdbc.sql("""
                        select * from coaching_reply where workspace_id = :w and note_id = any (:notes) order by at, id
                        """)
                .param("w", workspace)
                .param("notes", Sql.bind(notes))
                .query(Row.as(row -> new CoachingNote.Reply(
                        row.uuid("id"),
                        row.uuid("note_id"),
                        row.uuid("author_id"),
                        row.text("words"),
                        row.instant("at"))))
                .list();
    }

    /** Whether an activity is a call the agent had. */
    boolean isCallOf(UUID workspace, UUID agent, long seq) {
        return jdbc.sql("""
                        select 1 from log where workspace_id = :w and seq = :seq and agent_id = :agent and kind between :first and :last
                        limit 1
                        """)
                .param("w", workspace)
                .param("seq", seq)
                .param("agent", agent)
                .param("first", ActivityKind.CALL_STARTED.code())
                .param("last", ActivityKind.CALL_ENDED.code())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static CoachingNote note(Row row) throws SQLException {
        return new CoachingNote(
                row.uuid("id"),
                row.uuid("agent_id"),
                row.uuid("author_id"),
                NoteKind.ofCode(row.number("kind")),
                row.flag("shared"),
                row.text("words"),
                row.textOrNull("kpi"),
                row.uuidOrNull("ticket_id"),
                row.set().getObject("call_seq", Long.class),
                row.uuidOrNull("goal_id"),
                row.instant("at"),
                row.instant("last_at"),
                row.instantOrNull("closed_at"),
                row.big("version"));
    }
}
