package org.fourleaf.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves sessions. */
@Component
class SessionStore {

    private static final int LISTED_MAX = 200;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID workspace, UUID agent, Session session, byte[] hash) {
        jdbc.sql("""
                        insert into session (workspace_id, id, agent_id, token_hash, created_at, seen_at, expires_at, address, user_agent)
                        values (:w, :id, :agent, :hash, :at, :at, :expires, :address, :userAgent)
                        """)
                .param("w", workspace)
                .param("id", session.id())
                .param("agent", agent)
                .param("hash", hash)
                .param("at", Sql.bind(session.createdAt()))
                .param("expires", Sql.bind(session.expiresAt()))
                .param("address", session.address())
                .param("userAgent", session.userAgent())
                .update();
    }

    List<Session> of(UUID workspace, UUID agent, @Nullable UUID current, Instant now) {
        return jdbc.sql("""
                        select id, created_at, seen_at, expires_at, address, user_agent from session
                        where workspace_id = :w and agent_id = :agent and expires_at > :now
                        order by seen_at desc, id desc limit :limit
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("now", Sql.bind(now))
                .param("limit", LISTED_MAX)
                .query(Row.as(row -> new Session(
                        row.uuid("id"),
                        row.instant("created_at"),
                        row.instant("seen_at"),
                        row.instant("expires_at"),
                        row.textOrNull("address"),
                        row.textOrNull("user_agent"),
                        row.uuid("id").equals(current))))
                .list();
    }

    void seen(UUID workspace, UUID id, Instant now, Instant expires) {
        jdbc.sql("update session set seen_at = :now, expires_at = :expires where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("now", Sql.bind(now))
                .param("expires", Sql.bind(expires))
                .update();
    }

    /** @return whether the agent had it */
    boolean delete(UUID workspace, UUID agent, UUID id) {
        return jdbc.sql("delete from session where workspace_id = :w and agent_id = :agent and id = :id")
                        .param("w", workspace)
                        .param("agent", agent)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @param except one that stays, none for none */
    int deleteAll(UUID workspace, UUID agent, @Nullable UUID except) {
        return Sql.of("delete from session where workspace_id = ? and agent_id = ?", workspace, agent)
                .addIf(except != null, "and id <> ?", except)
                .on(jdbc)
                .update();
    }
}
