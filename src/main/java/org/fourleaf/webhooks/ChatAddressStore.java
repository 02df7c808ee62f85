package org.fourleaf.webhooks;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.SecretSeal;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves webhooks whose address is their secret. */
@Component
class ChatAddressStore {

    private final JdbcClient jdbc;
    private final SecretSeal seal;

    ChatAddressStore(JdbcClient jdbc, SecretSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    List<ChatAddresses.ChatAddress> all(UUID workspace) {
        return jdbc.sql("""
                        select id, name, url, active, created_at, version from webhook
                        where workspace_id = :w and concealed order by lower(name), id limit :max
                        """)
                .param("w", workspace)
                .param("max", Webhook.WEBHOOKS_MAX)
                .query(Row.as(ChatAddressStore::address))
                .list();
    }

    Optional<ChatAddresses.ChatAddress> find(UUID workspace, UUID id) {
        return all(workspace).stream()
                .filter(address -> address.id().equals(id))
                .findFirst();
    }

    void insert(UUID workspace, UUID id, String name, String hint, String url, Instant now) {
        jdbc.sql("""
                        insert into webhook (workspace_id, id, name, url, kind, active, secret, created_at, concealed)
                        values (:w, :id, :name, :hint, :kind, true, :secret, :now, true)
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("name", name)
                .param("hint", hint)
                .param("kind", Webhook.Kind.CHAT.code())
                .param("secret", seal.seal(WebhookStore.KEY, workspace, url))
                .param("now", Sql.bind(now))
                .update();
    }

    /** @param url none to leave it @return whether it still had the version that was read */
    boolean update(UUID workspace, ChatAddresses.ChatAddress address, @Nullable String url) {
        return jdbc.sql("""
                        update webhook set name = :name, url = :hint, active = :active, version = version + 1,
                            secret = coalesce(cast(:secret as bytea), secret)
                        where workspace_id = :w and id = :id and concealed and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", address.id())
                        .param("name", address.name())
                        .param("hint", address.hint())
                        .param("active", address.active())
                        .param("secret", url == null ? null : seal.seal(WebhookStore.KEY, workspace, url))
                        .param("version", address.version())
                        .update()
                == 1;
    }

    private static ChatAddresses.ChatAddress address(Row row) throws SQLException {
        return new ChatAddresses.ChatAddress(
                row.uuid("id"),
                row.text("name"),
                row.text("url"),
                row.flag("active"),
                row.instant("created_at"),
                row.big("version"));
    }
}
