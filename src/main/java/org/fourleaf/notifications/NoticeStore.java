package org.fourleaf.notifications;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is to be mailed because nobody read it, and remembers that it was. */
@Component
class NoticeStore {

    /** Whom to mail. */
    record Reader(UUID agent, String email, String language) {}

    /** What to tell. @param code empty for what is about no ticket */
    record Notice(
            UUID id,
            NotificationKind kind,
            String code,
            String subject,
            @Nullable UUID department,
            @Nullable Integer amount) {}

    private final JdbcClient jdbc;
    private final PrizeNames names;

    NoticeStore(JdbcClient jdbc, PrizeNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<UUID> waiting(UUID workspace, Instant now, int limit) {
        return jdbc.sql("""
                        select distinct agent_id from notification
                        where workspace_id = :w and read_at is null and mailed_at is null and mail_from is not null
                            and mail_from <= :now limit :limit
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("limit", limit)
                .query(Row.as(row -> row.uuid("agent_id")))
                .list();
    }

    Optional<Reader> reader(UUID workspace, UUID agent) {
        return jdbc.sql("""
                        select id, email, language from agent where workspace_id = :w and id = :agent and deactivated_at is null
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> new Reader(row.uuid("id"), row.text("email"), row.text("language"))))
                .optional();
    }

    /** Takes what waits for an agent; another node leaves it alone until then, when it is taken to be free again. */
    List<Notice> claim(UUID workspace, UUID agent, Instant now, Instant until, int limit) {
        return jdbc.sql("""
                        with due as (
                            select agent_id, id from notification
                            where workspace_id = :w and agent_id = :agent and read_at is null and mailed_at is null
                                and mail_from is not null and mail_from <= :now
                            order by id limit :limit for update skip locked
                        ), taken as (
                            update notification n set mail_from = :until from due
                            where n.workspace_id = :w and n.agent_id = due.agent_id and n.id = due.id
                            returning n.id, n.kind, n.ticket_id, n.rule_id, n.department_id, n.amount, n.prize_id)
                        select taken.id, taken.kind, taken.amount, taken.prize_id, a.language, coalesce(t.code, '') as code, coalesce(t.subject, r.name, d.name, '') as subject,
                            t.department_id
                        from taken join agent a on a.workspace_id = :w and a.id = :agent
                        left join ticket t on t.workspace_id = :w and t.id = taken.ticket_id
                        left join rule r on r.workspace_id = :w and r.id = taken.rule_id
                        left join department d on d.workspace_id = :w and d.id = taken.department_id
                        where t.id is not null or r.id is not null or d.id is not null or taken.prize_id is not null order by taken.id
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(until))
                .param("limit", limit)
                .query(Row.as(row -> new Notice(
                        row.uuid("id"),
                        NotificationKind.ofCode(row.number("kind")),
                        row.text("code"),
                        subject(workspace, row),
                        row.uuidOrNull("department_id"),
                        row.numberOrNull("amount"))))
                .list();
    }

    private String subject(UUID workspace, Row row) throws SQLException {
        String prize = row.textOrNull("prize_id");
        if (prize == null) {
            return row.text("subject");
        }
        return names.of(workspace, NotificationKind.ofCode(row.number("kind")), prize, row.text("language"));
    }

    void mailed(UUID workspace, UUID agent, Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                        update notification set mailed_at = :now where workspace_id = :w and agent_id = :agent and id = any (:ids)
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("ids", Sql.bind(ids))
                .param("now", Sql.bind(now))
                .update();
    }
}
