package org.fourleaf.notifications;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An agent's notifications, the newest first, as far as their tickets may still be seen. */
@Component
class NotificationListQuery {

    private final JdbcClient jdbc;
    private final PrizeNames names;

    NotificationListQuery(JdbcClient jdbc, PrizeNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    Page<Notification> page(UUID workspace, UUID agent, DepartmentSight sight, boolean unreadOnly, Slice slice) {
        List<Notification> found = sql(workspace, agent, sight, unreadOnly, slice)
                .on(jdbc)
                .query(Row.as(this::notification))
                .list();
        return slice.page(found, last -> Cursor.of(last.id()));
    }

    Optional<Notification> one(UUID workspace, UUID agent, DepartmentSight sight, UUID id) {
        return select(workspace, agent, sight)
                .add("and n.id = ?", id)
                .on(jdbc)
                .query(Row.as(this::notification))
                .optional();
    }

    Sql sql(UUID workspace, UUID agent, DepartmentSight sight, boolean unreadOnly, Slice slice) {
        Cursor after = slice.after(1);
        Sql sql = select(workspace, agent, sight).addIf(unreadOnly, "and n.read_at is null");
        if (after != null) {
            sql.add("and n.id < ?", after.id(0));
        }
        return sql.add("order by n.id desc limit ?", slice.fetch());
    }

    private static Sql select(UUID workspace, UUID agent, DepartmentSight sight) {
        return Sql.of(
                        """
                        select n.id, n.kind, n.at, n.read_at is not null as read, t.code, t.subject, n.message_id, n.by_kind, n.by_id,
                            coalesce(g.name, c.name, b.name) as by_name, n.amount, f.name as from_name, r.id as rule_id,
                            r.name as rule_name, d.id as department_id, d.name as department_name, n.workspace_id, n.prize_id,
                            me.language
                        from notification n join agent me on me.workspace_id = n.workspace_id and me.id = n.agent_id
                        left join ticket t on t.workspace_id = ? and t.id = n.ticket_id
                        left join rule r on r.workspace_id = ? and r.id = n.rule_id
                        left join department d on d.workspace_id = ? and d.id = n.department_id
                        left join rule b on b.workspace_id = ? and b.id = n.by_id
                        left join agent g on g.workspace_id = ? and g.id = n.by_id
                        left join agent f on f.workspace_id = ? and f.id = n.from_agent_id
                        left join customer c on c.workspace_id = ? and c.id = n.by_id
                        where n.workspace_id = ? and n.agent_id = ?
                        """,
                        workspace,
                        workspace,
                        workspace,
                        workspace,
                        workspace,
                        workspace,
                        workspace,
                        workspace,
                        agent)
                .add("and (t.id is not null or n.ticket_id is null)")
                .addIf(!sight.all(), "and (t.department_id = any (?) or n.ticket_id is null)", sight.ids());
    }

    private Notification notification(Row row) throws SQLException {
        UUID by = row.uuidOrNull("by_id");
        String name = row.textOrNull("by_name");
        String code = row.textOrNull("code");
        UUID rule = row.uuidOrNull("rule_id");
        UUID department = row.uuidOrNull("department_id");
        return new Notification(
                row.uuid("id"),
                NotificationKind.ofCode(row.number("kind")),
                row.instant("at"),
                row.flag("read"),
                code == null ? null : new Notification.About(code, row.text("subject")),
                rule == null ? null : new Notification.AboutRule(rule, row.text("rule_name")),
                department == null ? null : new Notification.AboutDepartment(department, row.text("department_name")),
                prize(row),
                row.uuidOrNull("message_id"),
                by == null || name == null
                        ? null
                        : new Notification.Doer(
                                Actor.Kind.ofCode(row.number("by_kind")).name().toLowerCase(Locale.ROOT), by, name),
                row.numberOrNull("amount"),
                row.textOrNull("from_name"));
    }

    private Notification.@Nullable AboutPrize prize(Row row) throws SQLException {
        String id = row.textOrNull("prize_id");
        if (id == null) {
            return null;
        }
        NotificationKind kind = NotificationKind.ofCode(row.number("kind"));
        return new Notification.AboutPrize(id, names.of(row.uuid("workspace_id"), kind, id, row.text("language")));
    }
}
