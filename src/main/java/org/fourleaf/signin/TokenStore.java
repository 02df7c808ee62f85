package org.fourleaf.signin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves tokens; of the secret only its hash. */
@Component
class TokenStore {

    private static final String SELECT = """
            select t.id, t.agent_id, a.email, a.name as agent, t.name, t.scopes, t.addresses, t.created_by, t.created_at, t.expires_at,
                t.used_at
            from api_token t join agent a on a.workspace_id = t.workspace_id and a.id = t.agent_id
            where t.workspace_id = ? and t.revoked_at is null
            """;

    private final JdbcClient jdbc;

    TokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param agent whose tokens, none for everybody's */
    List<ApiToken> page(UUID workspace, @Nullable UUID agent, Slice slice) {
        Cursor after = slice.after(1);
        Sql sql = Sql.of(SELECT, workspace).addIf(agent != null, "and t.agent_id = ?", agent);
        if (after != null) {
            sql.add("and t.id < ?", after.id(0));
        }
        return sql.add("order by t.id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(TokenStore::token))
                .list();
    }

    Optional<ApiToken> find(UUID workspace, UUID id) {
        return Sql.of(SELECT, workspace)
                .add("and t.id = ?", id)
                .on(jdbc)
                .query(Row.as(TokenStore::token))
                .optional();
    }

    void insert(UUID workspace, ApiToken token, byte[] hash) {
        jdbc.sql("""
                        insert into api_token (workspace_id, id, agent_id, name, token_hash, scopes, addresses, created_by, created_at,
                            expires_at)
                        values (:w, :id, :agent, :name, :hash, :scopes, :addresses, :by, :at, :expires)
                        """)
                .param("w", workspace)
                .param("id", token.id())
                .param("agent", token.agent().id())
                .param("name", token.name())
                .param("hash", hash)
                .param("scopes", Sql.bind(token.scopes()))
                .param("addresses", Sql.bind(token.addresses()))
                .param("by", token.createdBy())
                .param("at", Sql.bind(token.createdAt()))
                .param("expires", Sql.bind(token.expiresAt()))
                .update();
    }

    void revoke(UUID workspace, UUID id, Instant at) {
        jdbc.sql("update api_token set revoked_at = :at where workspace_id = :w and id = :id and revoked_at is null")
                .param("w", workspace)
                .param("id", id)
                .param("at", Sql.bind(at))
                .update();
    }

    void revokeAll(UUID workspace, UUID agent, Instant at) {
        Sql.of(
                        "update api_token set revoked_at = ? where workspace_id = ? and agent_id = ? and revoked_at is null",
                        at,
                        workspace,
                        agent)
                .on(jdbc)
                .update();
    }

    void used(UUID workspace, UUID id, Instant at) {
        jdbc.sql("update api_token set used_at = :at where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("at", Sql.bind(at))
                .update();
    }

    private static ApiToken token(Row row) throws SQLException {
        return new ApiToken(
                row.uuid("id"),
                new PersonName(row.uuid("agent_id"), row.text("email"), row.text("agent")),
                row.text("name"),
                row.set().getArray("scopes") == null ? null : row.texts("scopes"),
                row.set().getArray("addresses") == null ? null : row.texts("addresses"),
                row.uuid("created_by"),
                row.instant("created_at"),
                row.instantOrNull("expires_at"),
                row.instantOrNull("used_at"));
    }
}
