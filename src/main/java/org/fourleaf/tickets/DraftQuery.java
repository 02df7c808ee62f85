package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything an agent has begun to write, the newest first, and what of it changed lately. */
@Component
class DraftQuery {

    private static final int HTML_READ = 2_000;

    /** One draft in the list of them. */
    record Begun(String ticket, String subject, MessageType type, String snippet, Instant savedAt, long version) {}

    /** A draft that was saved lately. */
    record Saved(String code, UUID agent, MessageType type, long version) {}

    private record Line(Begun begun, UUID ticket) {}

    private final JdbcClient jdbc;

    DraftQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Begun> of(UUID workspace, UUID agent, DepartmentSight sight, Slice slice) {
        List<Line> lines = sql(workspace, agent, sight, slice)
                .on(jdbc)
                .query(Row.as(row -> new Line(
                        new Begun(
                                row.text("code"),
                                row.text("subject"),
                                MessageType.ofCode(row.number("type")),
                                Texts.cut(Texts.line(HtmlText.toText(row.text("start"))), Ticket.SNIPPET_LENGTH_MAX),
                                row.instant("saved_at"),
                                row.big("version")),
                        row.uuid("ticket_id"))))
                .list();
        Page<Line> page = slice.page(
                lines,
                last -> Cursor.of(
                        last.begun.savedAt(), last.ticket, last.begun.type().code()));
        return new Page<>(page.items().stream().map(Line::begun).toList(), page.next());
    }

    Sql sql(UUID workspace, UUID agent, DepartmentSight sight, Slice slice) {
        Cursor after = slice.after(3);
        Sql sql = Sql.of("""
                        select d.ticket_id, t.code, t.subject, d.type, substr(d.html, 1, ?) as start, d.saved_at, d.version
                        from draft d join ticket t on t.workspace_id = ? and t.id = d.ticket_id
                        where d.workspace_id = ? and d.agent_id = ?
                        """, HTML_READ, workspace, workspace, agent)
                .addIf(!sight.all(), "and t.department_id = any (?)", sight.ids());
        if (after != null) {
            sql.add("and (d.saved_at, d.ticket_id, d.type) < (?, ?, ?)", after.instant(0), after.id(1), (int)
                    after.number(2));
        }
        return sql.add("order by d.saved_at desc, d.ticket_id desc, d.type desc limit ?", slice.fetch());
    }

    String snapshot() {
        return jdbc.sql("select pg_current_snapshot()::text as now")
                .query(Row.as(row -> row.text("now")))
                .single();
    }

    /** Drafts whose saving was not visible in a snapshot. */
    List<Saved> savedSince(UUID workspace, String snapshot, int limit) {
        return jdbc.sql("""
                        select t.code, d.agent_id, d.type, d.version from draft d
                        join ticket t on t.workspace_id = :w and t.id = d.ticket_id
                        where d.workspace_id = :w and d.changed >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
                            and not pg_visible_in_snapshot(d.changed, cast(:snapshot as pg_snapshot))
                        limit :limit
                        """)
                .param("w", workspace)
                .param("snapshot", snapshot)
                .param("limit", limit)
                .query(Row.as(row -> new Saved(
                        row.text("code"),
                        row.uuid("agent_id"),
                        MessageType.ofCode(row.number("type")),
                        row.big("version"))))
                .list();
    }
}
