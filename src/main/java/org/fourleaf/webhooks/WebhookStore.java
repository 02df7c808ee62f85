package org.fourleaf.webhooks;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.SecretSeal;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves webhooks and their sealed secrets. */
@Component
class WebhookStore {

    static final String KEY = "webhook-key";
    private static final String COLUMNS = "id, name, url, kind, active, created_at, version";

    private final JdbcClient jdbc;
    private final SecretSeal seal;
    private final Clock clock;

    WebhookStore(JdbcClient jdbc, SecretSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    List<Webhook> all(UUID workspace) {
        return jdbc.sql("select " + COLUMNS
                        + " from webhook where workspace_id = :w and not concealed order by lower(name), id limit :max")
                .param("w", workspace)
                .param("max", Webhook.WEBHOOKS_MAX)
                .query(Row.as(WebhookStore::webhook))
                .list();
    }

    Optional<Webhook> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from webhook where workspace_id = :w and id = :id and not concealed")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(WebhookStore::webhook))
                .optional();
    }

    void insert(UUID workspace, Webhook webhook, WebhookSecret secret) {
        jdbc.sql("""
                        insert into webhook (workspace_id, id, name, url, kind, active, secret, created_at)
                        values (:w, :id, :name, :url, :kind, :active, :secret, :now)
                        """)
                .param("w", workspace)
                .param("id", webhook.id())
                .param("name", webhook.name())
                .param("url", webhook.url())
                .param("kind", webhook.kind().code())
                .param("active", webhook.active())
                .param("secret", seal.seal(KEY, workspace, secret.text()))
                .param("now", Sql.bind(clock.instant()))
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Webhook webhook) {
        return jdbc.sql("""
                        update webhook set name = :name, url = :url, kind = :kind, active = :active, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", webhook.id())
                        .param("name", webhook.name())
                        .param("url", webhook.url())
                        .param("kind", webhook.kind().code())
                        .param("active", webhook.active())
                        .param("version", webhook.version())
                        .update()
                == 1;
    }

    void setSecret(UUID workspace, UUID id, WebhookSecret secret) {
        jdbc.sql("update webhook set secret = :secret, version = version + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("secret", seal.seal(KEY, workspace, secret.text()))
                .update();
    }

    /** None when the data folder's key is not the one it was sealed with. */
    Optional<WebhookSecret> secret(UUID workspace, UUID id) {
        byte[] sealed = jdbc.sql("select secret from webhook where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(row -> row.bytes("secret")))
                .single();
        String text = seal.open(KEY, workspace, sealed);
        return Optional.ofNullable(text).map(WebhookSecret::new);
    }

    void switchOff(UUID workspace, UUID id) {
        jdbc.sql("update webhook set active = false, version = version + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from webhook where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static Webhook webhook(Row row) throws SQLException {
        return new Webhook(
                row.uuid("id"),
                row.text("name"),
                row.text("url"),
                Webhook.Kind.ofCode(row.number("kind")),
                row.flag("active"),
                row.instant("created_at"),
                row.big("version"));
    }
}
