package org.fourleaf.signin;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.SecretSeal;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves authenticator apps; their secrets are sealed. */
@Component
class TotpStore {

    private static final String KEY = "second-factors";

    /** @param secret none when the data folder's key is another one by now */
    record Stored(byte @Nullable [] secret, @Nullable Instant confirmedAt) {}

    private final JdbcClient jdbc;
    private final SecretSeal seal;

    TotpStore(JdbcClient jdbc, SecretSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<Stored> find(UUID workspace, UUID agent) {
        return jdbc.sql("select secret, confirmed_at from totp where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> {
                    String open = seal.open(KEY, workspace, row.bytes("secret"));
                    return new Stored(
                            open == null ? null : Base64.getDecoder().decode(open), row.instantOrNull("confirmed_at"));
                }))
                .optional();
    }

    /** One that is not confirmed yet gives way to the new one. @return false when a confirmed one is there */
    boolean begin(UUID workspace, UUID agent, byte[] secret) {
        byte[] sealed = seal.seal(KEY, workspace, Base64.getEncoder().encodeToString(secret));
        return jdbc.sql("""
                        insert into totp (workspace_id, agent_id, secret) values (:w, :agent, :secret)
                        on conflict (workspace_id, agent_id) do update set secret = excluded.secret, last_step = 0, created_at = now()
                        where totp.confirmed_at is null
                        """)
                        .param("w", workspace)
                        .param("agent", agent)
                        .param("secret", Objects.requireNonNull(sealed))
                        .update()
                == 1;
    }

    boolean confirm(UUID workspace, UUID agent, Instant at) {
        return Sql.of(
                                "update totp set confirmed_at = ? where workspace_id = ? and agent_id = ? and confirmed_at is null",
                                at,
                                workspace,
                                agent)
                        .on(jdbc)
                        .update()
                == 1;
    }

    /** @return false when this step of time, or a later one, was used before */
    boolean use(UUID workspace, UUID agent, long step) {
        return Sql.of(
                                "update totp set last_step = ? where workspace_id = ? and agent_id = ? and last_step < ?",
                                step,
                                workspace,
                                agent,
                                step)
                        .on(jdbc)
                        .update()
                == 1;
    }

    boolean delete(UUID workspace, UUID agent) {
        return Sql.of("delete from totp where workspace_id = ? and agent_id = ?", workspace, agent)
                        .on(jdbc)
                        .update()
                == 1;
    }
}
