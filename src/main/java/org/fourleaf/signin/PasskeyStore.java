package org.fourleaf.signin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves passkeys: their public halves and how often they signed. */
@Component
class PasskeyStore {

    /** A passkey with what its signature is checked by. @param credential its public key, as WebAuthn writes it */
    record Stored(Passkey passkey, UUID agent, String credentialId, byte[] credential, long signCount) {}

    private static final String SELECT =
            "select id, agent_id, credential_id, credential, sign_count, name, created_at, used_at from passkey where workspace_id = ?";

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stored> of(UUID workspace, UUID agent) {
        return Sql.of(SELECT, workspace)
                .add("and agent_id = ? order by id limit ?", agent, Passkey.COUNT_MAX)
                .on(jdbc)
                .query(Row.as(PasskeyStore::stored))
                .list();
    }

    Optional<Stored> byCredential(UUID workspace, String credentialId) {
        return Sql.of(SELECT, workspace)
                .add("and credential_id = ?", credentialId)
                .on(jdbc)
                .query(Row.as(PasskeyStore::stored))
                .optional();
    }

    int count(UUID workspace, UUID agent) {
        return Sql.of("select count(*) from passkey where workspace_id = ? and agent_id = ?", workspace, agent)
                .on(jdbc)
                .query(Integer.class)
                .single();
    }

    void insert(UUID workspace, Stored stored) {
        Sql.of(
                        """
                        insert into passkey (workspace_id, id, agent_id, credential_id, credential, sign_count, name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        workspace,
                        stored.passkey().id(),
                        stored.agent(),
                        stored.credentialId(),
                        stored.credential(),
                        stored.signCount(),
                        stored.passkey().name(),
                        stored.passkey().createdAt())
                .on(jdbc)
                .update();
    }

    /** A counter that stands still where it never counted, or grows. @return false when it fell: the key was copied */
    boolean used(UUID workspace, UUID id, long signCount, Instant at) {
        return Sql.of("""
                        update passkey set sign_count = ?, used_at = ?
                        where workspace_id = ? and id = ? and (sign_count < ? or (sign_count = 0 and cast(? as bigint) = 0))
                        """, signCount, at, workspace, id, signCount, signCount)
                        .on(jdbc)
                        .update()
                == 1;
    }

    boolean rename(UUID workspace, UUID agent, UUID id, String name) {
        return Sql.of(
                                "update passkey set name = ? where workspace_id = ? and agent_id = ? and id = ?",
                                name,
                                workspace,
                                agent,
                                id)
                        .on(jdbc)
                        .update()
                == 1;
    }

    boolean delete(UUID workspace, UUID agent, UUID id) {
        return Sql.of("delete from passkey where workspace_id = ? and agent_id = ? and id = ?", workspace, agent, id)
                        .on(jdbc)
                        .update()
                == 1;
    }

    int deleteAll(UUID workspace, UUID agent) {
        return Sql.of("delete from passkey where workspace_id = ? and agent_id = ?", workspace, agent)
                .on(jdbc)
                .update();
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(
                new Passkey(row.uuid("id"), row.text("name"), row.instant("created_at"), row.instantOrNull("used_at")),
                row.uuid("agent_id"),
                row.text("credential_id"),
                row.bytes("credential"),
                row.big("sign_count"));
    }
}
