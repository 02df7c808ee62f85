package org.fourleaf.attention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves who has which ticket on screen. */
@Component
class AttentionStore {

    /** A ticket whose onlookers changed. */
    record Changed(UUID ticket, String code, UUID department) {}

    private final JdbcClient jdbc;

    AttentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks one tab's row. @return when it was heard last, if that is not over */
    Optional<Instant> lastBeat(UUID workspace, UUID ticket, UUID agent, UUID tab, Instant now) {
        return jdbc.sql("""
                        select beat_at from ticket_attention
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and tab = :tab
                            and until > :now and state > 0 for update
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("tab", tab)
                .param("now", Sql.bind(now))
                .query(Row.as(row -> row.instant("beat_at")))
                .optional();
    }

    int tabsOf(UUID workspace, UUID agent, Instant now) {
        return jdbc.sql("""
                        select count(*) from ticket_attention
                        where workspace_id = :w and agent_id = :agent and until > :now
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("now", Sql.bind(now))
                .query(Integer.class)
                .single();
    }

    /** @return whether others see a difference */
    boolean put(UUID workspace, UUID ticket, UUID agent, UUID tab, AttentionState state, Instant now, Instant until) {
        return jdbc.sql("""
                        insert into ticket_attention as a (workspace_id, ticket_id, agent_id, tab, state, since, beat_at, until, changed)
                        values (:w, :ticket, :agent, :tab, :state, :now, :now, :until, pg_current_xact_id())
                        on conflict (workspace_id, ticket_id, agent_id, tab) do update set
                            since = case when a.until <= :now or a.state = 0 then excluded.since else a.since end,
                            changed = case when a.until <= :now or a.state <> excluded.state then excluded.changed
                                else a.changed end,
                            state = excluded.state, beat_at = excluded.beat_at, until = excluded.until
                        returning changed = pg_current_xact_id() as differs
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("tab", tab)
                .param("state", state.code())
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(until))
                .query(Row.as(row -> row.flag("differs")))
                .single();
    }

    /** @return whether it was there */
    boolean leave(UUID workspace, UUID ticket, UUID agent, UUID tab, Instant now) {
        return jdbc.sql("""
                        update ticket_attention set state = 0, until = :now, changed = pg_current_xact_id()
                        where workspace_id = :w and ticket_id = :ticket and agent_id = :agent and tab = :tab
                            and until > :now and state > 0
                        """)
                        .param("w", workspace)
                        .param("ticket", ticket)
                        .param("agent", agent)
                        .param("tab", tab)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    boolean looks(UUID workspace, UUID ticket, UUID agent, Instant now) {
        return jdbc.sql("""
                        select exists (select 1 from ticket_attention
                            where workspace_id = :w and ticket_id = :ticket and agent_id = :agent
                                and until > :now and state > 0) as looks
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("now", Sql.bind(now))
                .query(Row.as(row -> row.flag("looks")))
                .single();
    }

    String snapshot() {
        return jdbc.sql("select pg_current_snapshot()::text as now")
                .query(Row.as(row -> row.text("now")))
                .single();
    }

    /** Tickets whose onlookers changed by what was not visible in a snapshot. */
    List<Changed> changedSince(UUID workspace, String snapshot, int limit) {
        return jdbc.sql("""
                        select distinct t.id, t.code, t.department_id from ticket_attention a
                        join ticket t on t.workspace_id = :w and t.id = a.ticket_id
                        where a.workspace_id = :w and not pg_visible_in_snapshot(a.changed, cast(:snapshot as pg_snapshot))
                        limit :limit
                        """)
                .param("w", workspace)
                .param("snapshot", snapshot)
                .param("limit", limit)
                .query(Row.as(row -> new Changed(row.uuid("id"), row.text("code"), row.uuid("department_id"))))
                .list();
    }

    void forget(UUID workspace, Instant before) {
        jdbc.sql("delete from ticket_attention where workspace_id = :w and until < :before")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
    }
}
