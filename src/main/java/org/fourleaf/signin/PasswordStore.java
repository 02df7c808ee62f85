package org.fourleaf.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves passwords' hashes; an agent who comes in by other means has none. */
@Component
class PasswordStore {

    private final JdbcClient jdbc;

    PasswordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> hash(UUID workspace, UUID agent) {
        return jdbc.sql("select hash from password where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .query(String.class)
                .optional();
    }

    void put(UUID workspace, UUID agent, String hash) {
        jdbc.sql("""
                        insert into password (workspace_id, agent_id, hash) values (:w, :agent, :hash)
                        on conflict (workspace_id, agent_id) do update set hash = excluded.hash, changed_at = now()
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("hash", hash)
                .update();
    }
}
