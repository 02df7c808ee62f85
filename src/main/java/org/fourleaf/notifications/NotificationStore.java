package org.fourleaf.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.DepartmentRole;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes notifications, marks them read, and forgets them. */
@Component
class NotificationStore {

    /** What happened, before it is known whom it is told. @param amount of how many tickets, when of many @param fromAgent whose they were */
    record News(
            NotificationKind kind,
            @Nullable UUID ticket,
            @Nullable UUID rule,
            @Nullable UUID department,
            @Nullable UUID message,
            Actor.Kind byKind,
            @Nullable UUID by,
            Instant at,
            @Nullable Integer amount,
            @Nullable UUID fromAgent,
            @Nullable String prize) {}

    /** One that changed. */
    record Changed(UUID id, UUID agent) {}

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one message each kind is told once. @param mailFrom when it is mailed if nobody reads it before; none for never */
    void insert(UUID workspace, UUID agent, News news, @Nullable Instant mailFrom) {
        jdbc.sql("""
                        insert into notification (workspace_id, agent_id, id, kind, ticket_id, rule_id, department_id, message_id, by_kind, by_id, at,
                            mail_from, amount, from_agent_id, prize_id)
                        select :w, g.id, :id, :kind, t.id, cast(:rule as uuid), cast(:department as uuid), cast(:message as uuid), :byKind,
                            cast(:by as uuid), :at, cast(:mailFrom as timestamptz), cast(:amount as int), cast(:fromAgent as uuid), cast(:prize as text)
                        from agent g left join ticket t on t.workspace_id = :w and t.id = cast(:ticket as uuid)
                        where g.workspace_id = :w and g.id = :agent and g.deactivated_at is null
                            and (t.id is not null or cast(:ticket as uuid) is null)
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("id", Ids.next())
                .param("kind", news.kind.code())
                .param("ticket", news.ticket)
                .param("rule", news.rule)
                .param("department", news.department)
                .param("message", news.message)
                .param("byKind", news.byKind.code())
                .param("by", news.by)
                .param("at", Sql.bind(news.at))
                .param("mailFrom", Sql.bind(mailFrom))
                .param("amount", news.amount)
                .param("fromAgent", news.fromAgent)
                .param("prize", news.prize)
                .update();
    }

    /** All agents at work who have a right. */
    List<UUID> allowed(UUID workspace, String permission) {
        return jdbc.sql("""
                        select a.id from agent a join role r on r.workspace_id = :w and r.id = a.role_id
                        where a.workspace_id = :w and a.deactivated_at is null and :permission = any (r.permissions)
                        """)
                .param("w", workspace)
                .param("permission", permission)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    /** All agents at work. */
    Set<UUID> atWork(UUID workspace) {
        return Set.copyOf(jdbc.sql("select id from agent where workspace_id = :w and deactivated_at is null")
                .param("w", workspace)
                .query(Row.as(row -> row.uuid("id")))
                .list());
    }

    /** Who leads a department and is at work. */
    List<UUID> leads(UUID workspace, UUID department) {
        return jdbc.sql("""
                        select m.agent_id from department_member m
                        join agent a on a.workspace_id = :w and a.id = m.agent_id and a.deactivated_at is null
                        where m.workspace_id = :w and m.department_id = :department and m.role = :lead
                        """)
                .param("w", workspace)
                .param("department", department)
                .param("lead", DepartmentRole.LEAD.code())
                .query(Row.as(row -> row.uuid("agent_id")))
                .list();
    }

    /** The agent who wrote a message, none when somebody else did. */
    Optional<UUID> writer(UUID workspace, UUID message) {
        return jdbc.sql("""
                        select author_id from message
                        where workspace_id = :w and id = :id and author_kind = 1 and author_id is not null
                        """)
                .param("w", workspace)
                .param("id", message)
                .query(Row.as(row -> row.uuid("author_id")))
                .optional();
    }

    /** @return whether the agent has it, read or not */
    boolean mark(UUID workspace, UUID agent, UUID id, boolean read, Instant now) {
        return jdbc.sql("""
                        update notification set read_at = case when :read then coalesce(read_at, :now) end,
                            changed = pg_current_xact_id()
                        where workspace_id = :w and agent_id = :agent and id = :id
                        """)
                        .param("w", workspace)
                        .param("agent", agent)
                        .param("id", id)
                        .param("read", read)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    /** Marks many as read. @param upTo no newer ones than this; none for all @param ticket only those of it; none for all */
    int markRead(UUID workspace, UUID agent, @Nullable UUID upTo, @Nullable UUID ticket, Instant now) {
        return jdbc.sql("""
                        update notification set read_at = :now, changed = pg_current_xact_id()
                        where workspace_id = :w and agent_id = :agent and read_at is null
                            and (cast(:upTo as uuid) is null or id <= cast(:upTo as uuid))
                            and (cast(:ticket as uuid) is null or ticket_id = cast(:ticket as uuid))
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("upTo", upTo)
                .param("ticket", ticket)
                .param("now", Sql.bind(now))
                .update();
    }

    /** How many unread ones about tickets that may be seen, counted up to a limit. */
    int unread(UUID workspace, UUID agent, DepartmentSight sight, int max) {
        return Sql.of("select count(*) from (select 1 from notification n")
                .add("left join ticket t on t.workspace_id = ? and t.id = n.ticket_id", workspace)
                .add("where n.workspace_id = ? and n.agent_id = ? and n.read_at is null", workspace, agent)
                .addIf(!sight.all(), "and (t.department_id = any (?) or n.ticket_id is null)", sight.ids())
                .add("limit ?) as unread", max)
                .on(jdbc)
                .query(Integer.class)
                .single();
    }

    String snapshot() {
        return jdbc.sql("select pg_current_snapshot()::text as now")
                .query(Row.as(row -> row.text("now")))
                .single();
    }

    List<Changed> changedSince(UUID workspace, String snapshot, int limit) {
        return jdbc.sql("""
                        select agent_id, max(id::text)::uuid as id from notification
                        where workspace_id = :w and changed >= pg_snapshot_xmin(cast(:snapshot as pg_snapshot))
                            and not pg_visible_in_snapshot(changed, cast(:snapshot as pg_snapshot))
                        group by agent_id limit :limit
                        """)
                .param("w", workspace)
                .param("snapshot", snapshot)
                .param("limit", limit)
                .query(Row.as(row -> new Changed(row.uuid("id"), row.uuid("agent_id"))))
                .list();
    }

    /** Forgets old ones, and of agents with very many the oldest. */
    void forget(UUID workspace, Instant before, int keptPerAgent) {
        jdbc.sql("delete from notification where workspace_id = :w and at < :before")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
        jdbc.sql("""
                        delete from notification n using (
                            select a.id as agent_id, (
                                select x.id from notification x where x.workspace_id = :w and x.agent_id = a.id
                                order by x.id desc offset :kept limit 1) as last
                            from agent a where a.workspace_id = :w) as full_of
                        where n.workspace_id = :w and n.agent_id = full_of.agent_id and n.id <= full_of.last
                        """).param("w", workspace).param("kept", keptPerAgent).update();
    }
}
