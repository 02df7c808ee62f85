package org.fourleaf.dossiers;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's timeline, newest first: the messages of their tickets, the tickets' beginning and end, and what was done to the customer.
 * Each source is asked for a page of its own behind the same moment, and the page is their merge. What lies in departments the reader
 * may not see is not there.
 */
@Component
@Transactional(readOnly = true)
class TimelineQuery {

    private static final int WORDS_SHOWN = 240;
    /** Later than everything, in any order of texts. */
    private static final String END = "~";

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private record Line(String key, TimelineEntry entry) {}

    private final JdbcClient jdbc;
    private final Departments departments;

    TimelineQuery(JdbcClient jdbc, Departments departments) {
        this.jdbc = jdbc;
        this.departments = departments;
    }

    Page<TimelineEntry> page(Actor by, UUID customer, Slice slice) {
        Cursor after = slice.after(2);
        List<Line> lines = sql(by.workspace(), customer, departments.seenBy(by), after, slice.fetch())
                .on(jdbc)
                .query(Row.as(TimelineQuery::line))
                .list();
        Page<Line> page = slice.page(lines, last -> Cursor.of(last.entry.at(), last.key));
        return new Page<>(page.items().stream().map(Line::entry).toList(), page.next());
    }

    static Sql sql(UUID workspace, UUID customer, DepartmentSight sight, @Nullable Cursor after, int limit) {
        Instant at = after == null ? NEVER : after.instant(0);
        String key = after == null ? END : after.text(1);
        Sql sql = Sql.of("""
                select e.*, a.name as by_name from ((
                select m.at, 'm' || m.id as key, 0 as kind, t.code, t.subject, t.status, m.id as message_id, m.type, m.direction,
                    m.author_name, left(coalesce(m.new_text, m.text), ?) as words, cast(null as uuid) as by_id
                from ticket t join message m on m.workspace_id = t.workspace_id and m.ticket_id = t.id
                where t.workspace_id = ? and t.customer_id = ?
                """, WORDS_SHOWN, workspace, customer);
        bounded(seen(sql, sight), "m.at", "'m' || m.id", at, key, limit);
        sql.add(") union all (" + ofTickets("created_at", ActivityKind.TICKET_CREATED), workspace, customer);
        bounded(seen(sql, sight), "t.created_at", "'a' || t.id", at, key, limit);
        sql.add(") union all (" + ofTickets("resolved_at", ActivityKind.TICKET_RESOLVED), workspace, customer);
        bounded(seen(sql, sight).add("and t.resolved_at is not null"), "t.resolved_at", "'z' || t.id", at, key, limit);
        sql.add("""
                ) union all (
                select l.at, 'c' || lpad(l.seq::text, 20, '0') as key, l.kind, null, null, null, null, null, null, null, null,
                    case l.by_kind when 1 then l.by_id end
                from log l where l.workspace_id = ? and l.customer_id = ? and l.kind >= 1000
                """, workspace, customer);
        bounded(sql, "l.at", "'c' || lpad(l.seq::text, 20, '0')", at, key, limit);
        return sql.add(
                ")) as e left join agent a on a.workspace_id = ? and a.id = e.by_id"
                        + " order by e.at desc, e.key collate \"C\" desc limit ?",
                workspace,
                limit);
    }

    private static String ofTickets(String moment, ActivityKind kind) {
        String mark = kind == ActivityKind.TICKET_CREATED ? "a" : "z";
        return "select t." + moment + ", '" + mark + "' || t.id, " + kind.code()
                + ", t.code, t.subject, t.status, null, null, null, null, null, null"
                + " from ticket t where t.workspace_id = ? and t.customer_id = ?";
    }

    private static Sql seen(Sql sql, DepartmentSight sight) {
        return sql.addIf(!sight.all(), "and t.department_id = any (?)", sight.ids());
    }

    private static void bounded(Sql sql, String moment, String key, Instant at, String after, int limit) {
        sql.add(
                "and (" + moment + ", (" + key + ") collate \"C\") < (?, ?) order by " + moment + " desc, (" + key
                        + ") collate \"C\" desc limit ?",
                at,
                after,
                limit);
    }

    private static Line line(Row row) throws SQLException {
        int kind = row.number("kind");
        String code = row.textOrNull("code");
        UUID message = row.uuidOrNull("message_id");
        TimelineEntry entry = new TimelineEntry(
                row.instant("at"),
                kind == 0 ? "message" : ActivityKind.ofCode(kind).stored(),
                code == null
                        ? null
                        : new TimelineEntry.OfTicket(
                                code, row.text("subject"), TicketStatus.ofCode(row.number("status"))),
                message == null
                        ? null
                        : new TimelineEntry.OfMessage(
                                message,
                                MessageType.ofCode(row.number("type")),
                                Direction.ofCode(row.number("direction")),
                                row.text("author_name"),
                                row.text("words")),
                row.textOrNull("by_name"));
        return new Line(row.text("key"), entry);
    }
}
