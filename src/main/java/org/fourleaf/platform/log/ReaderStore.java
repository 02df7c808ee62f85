package org.fourleaf.platform.log;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored positions of the log's readers, per workspace. */
@Component
class ReaderStore {

    private static final int ERROR_LENGTH_MAX = 2_000;

    /** A locked position. @param resting true while a failing reader waits before its next try */
    record Stored(String name, Position position, int failures, boolean resting) {}

    private final JdbcClient jdbc;

    ReaderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> workspacesWithUnread(Collection<String> names) {
        return jdbc.sql("select workspaces_with_unread_log(:names)")
                .param("names", Sql.bind(names))
                .query(UUID.class)
                .list();
    }

    /** @return how many were missing */
    int makeMissing(UUID workspace, Collection<String> names) {
        return jdbc.sql("""
                        insert into reader (workspace_id, name) select :w, name from unnest(:names) as name
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("names", Sql.bind(names))
                .update();
    }

    /** Those nobody else is moving just now; a dead node's lock ends with its session. */
    List<Stored> lock(UUID workspace, Collection<String> names) {
        return jdbc.sql("""
                        select name, prev::text as prev, cur::text as cur, seq, failures,
                            coalesce(failed_at + least(60, power(2, failures)) * interval '1 second' > now(), false) as resting
                        from reader where workspace_id = :w and name = any (:names) order by name for update skip locked
                        """)
                .param("w", workspace)
                .param("names", Sql.bind(names))
                .query(Row.as(row -> new Stored(
                        row.text("name"),
                        new Position(row.text("prev"), row.textOrNull("cur"), row.big("seq")),
                        row.number("failures"),
                        row.flag("resting"))))
                .list();
    }

    /** @param keepFailures while a failing reader looks for its poison line by line */
    void move(UUID workspace, Collection<String> names, Position to, boolean keepFailures) {
        jdbc.sql("""
                        update reader set prev = cast(:prev as pg_snapshot), cur = cast(:cur as pg_snapshot), seq = :seq,
                            failures = case when :keep then failures else 0 end, failed_at = null
                        where workspace_id = :w and name = any (:names)
                        """)
                .param("w", workspace)
                .param("names", Sql.bind(names))
                .param("prev", to.prev())
                .param("cur", to.cur())
                .param("seq", to.seq())
                .param("keep", keepFailures)
                .update();
    }

    void fail(UUID workspace, String name, Position at) {
        jdbc.sql("""
                        update reader set cur = cast(:cur as pg_snapshot), failures = failures + 1, failed_at = now()
                        where workspace_id = :w and name = :name
                        """)
                .param("w", workspace)
                .param("name", name)
                .param("cur", at.cur())
                .update();
    }

    /** @param failures with which the reader goes on */
    void setAside(String reader, Recorded line, @Nullable String error, int failures) {
        jdbc.sql("""
                        insert into log_poison (workspace_id, reader, seq, kind, error) values (:w, :reader, :seq, :kind, :error)
                        on conflict do nothing
                        """)
                .param("w", line.workspace())
                .param("reader", reader)
                .param("seq", line.seq())
                .param("kind", line.kind().code())
                .param("error", Texts.cut(Texts.clean(String.valueOf(error)), ERROR_LENGTH_MAX))
                .update();
        jdbc.sql("update reader set failures = :failures where workspace_id = :w and name = :name")
                .param("w", line.workspace())
                .param("name", reader)
                .param("failures", failures)
                .update();
    }
}
