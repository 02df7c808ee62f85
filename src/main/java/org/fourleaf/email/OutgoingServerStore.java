package org.fourleaf.email;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the outgoing server a workspace has set for itself. */
@Component
class OutgoingServerStore {

    /** As stored. @param sealedPassword readable with the data folder's secret only */
    record Stored(String url, @Nullable String user, byte @Nullable [] sealedPassword) {}

    private final JdbcClient jdbc;

    OutgoingServerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find(UUID workspace) {
        return jdbc.sql("select url, username, encrypted_password from outgoing_server where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row ->
                        new Stored(row.text("url"), row.textOrNull("username"), row.bytesOrNull("encrypted_password"))))
                .optional();
    }

    void save(UUID workspace, Stored server) {
        jdbc.sql("""
                        insert into outgoing_server (workspace_id, url, username, encrypted_password)
                        values (:w, :url, :user, :password)
                        on conflict (workspace_id) do update
                            set url = :url, username = :user, encrypted_password = :password, updated_at = now()
                        """)
                .param("w", workspace)
                .param("url", server.url())
                .param("user", server.user())
                .param("password", server.sealedPassword(), java.sql.Types.BINARY)
                .update();
    }

    void delete(UUID workspace) {
        jdbc.sql("delete from outgoing_server where workspace_id = :w")
                .param("w", workspace)
                .update();
    }
}
