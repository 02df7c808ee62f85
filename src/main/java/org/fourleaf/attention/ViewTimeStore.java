package org.fourleaf.attention;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how long agents look: what runs at the moment, and the sums of what the log says. */
@Component
class ViewTimeStore {

    /** Time on a ticket that is not in the log yet. */
    record Viewing(UUID ticket, UUID agent, Instant beganAt, Duration time) {

        long seconds() {
            return (time.toMillis() + 500) / 1000;
        }
    }

    private final JdbcClient jdbc;

    ViewTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the agent's clock until the transaction ends: beats of several tabs are counted one after the other. */
    @Nullable
    Instant lockClock(UUID workspace, UUID agent, Instant now) {
        int made = jdbc.sql("""
                        insert into view_clock (workspace_id, agent_id, counted_until) values (:w, :agent, :now) on conflict do nothing
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("now", Sql.bind(now))
                .update();
        Instant until = jdbc.sql(
                        "select counted_until from view_clock where workspace_id = :w and agent_id = :agent for update")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> row.instant("counted_until")))
                .single();
        return made == 1 ? null : until;
    }

    void setClock(UUID workspace, UUID agent, Instant countedUntil) {
        jdbc.sql("update view_clock set counted_until = :until where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .param("until", Sql.bind(countedUntil))
                .update();
    }

    Viewing add(UUID workspace, UUID ticket, UUID agent, Duration time, Instant now) {
        return jdbc.sql("""
                        insert into viewing as v (workspace_id, agent_id, ticket_id, began_at, beat_at, millis)
                        values (:w, :agent, :ticket, :now, :now, :millis)
                        on conflict (workspace_id, agent_id, ticket_id) do update set
                            beat_at = excluded.beat_at, millis = v.millis + excluded.millis
                        returning ticket_id, agent_id, began_at, millis
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("millis", time.toMillis())
                .param("now", Sql.bind(now))
                .query(Row.as(ViewTimeStore::viewing))
                .single();
    }

    Optional<Viewing> take(UUID workspace, UUID ticket, UUID agent) {
        return jdbc.sql("""
                        delete from viewing where workspace_id = :w and agent_id = :agent and ticket_id = :ticket
                        returning ticket_id, agent_id, began_at, millis
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .query(Row.as(ViewTimeStore::viewing))
                .optional();
    }

    /** Takes some that were not heard of since a moment. */
    List<Viewing> takeSilent(UUID workspace, Instant since, int limit) {
        return jdbc.sql("""
                        delete from viewing where workspace_id = :w and (agent_id, ticket_id) in (
                            select agent_id, ticket_id from viewing where workspace_id = :w and beat_at < :since
                            order by beat_at limit :limit for update skip locked)
                        returning ticket_id, agent_id, began_at, millis
                        """)
                .param("w", workspace)
                .param("since", Sql.bind(since))
                .param("limit", limit)
                .query(Row.as(ViewTimeStore::viewing))
                .list();
    }

    void sum(UUID workspace, UUID ticket, UUID agent, long seconds) {
        jdbc.sql("""
                        insert into view_time as t (workspace_id, ticket_id, agent_id, seconds) values (:w, :ticket, :agent, :seconds)
                        on conflict (workspace_id, ticket_id, agent_id) do update set seconds = t.seconds + excluded.seconds
                        """)
                .param("w", workspace)
                .param("ticket", ticket)
                .param("agent", agent)
                .param("seconds", seconds)
                .update();
    }

    private static Viewing viewing(Row row) throws SQLException {
        return new Viewing(
                row.uuid("ticket_id"),
                row.uuid("agent_id"),
                row.instant("began_at"),
                Duration.ofMillis(row.big("millis")));
    }
}
