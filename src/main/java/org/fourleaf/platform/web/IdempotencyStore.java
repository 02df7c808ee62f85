package org.fourleaf.platform.web;

import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the answers given to idempotency keys. A key belongs to whoever used it. */
@Component
class IdempotencyStore {

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True when this transaction is the first with the key. Waits for another one that is at work with it, and is false only once
     * that one has committed.
     */
    boolean claim(Actor by, String key, byte[] fingerprint) {
        return jdbc.sql("""
                        insert into idempotency (workspace_id, actor_id, key, fingerprint) values (:w, :actor, :key, :fingerprint)
                        on conflict do nothing
                        """)
                        .param("w", by.workspace())
                        .param("actor", actor(by))
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    StoredAnswer load(Actor by, String key) {
        return jdbc.sql("""
                        select fingerprint, status, location, etag, content_type, body from idempotency
                        where workspace_id = :w and actor_id = :actor and key = :key
                        """)
                .param("w", by.workspace())
                .param("actor", actor(by))
                .param("key", key)
                .query(Row.as(row -> new StoredAnswer(
                        row.bytes("fingerprint"),
                        row.number("status"),
                        row.textOrNull("location"),
                        row.textOrNull("etag"),
                        row.textOrNull("content_type"),
                        row.bytesOrNull("body"))))
                .single();
    }

    void keep(Actor by, String key, StoredAnswer answer) {
        jdbc.sql("""
                        update idempotency set status = :status, location = :location, etag = :etag, content_type = :type, body = :body
                        where workspace_id = :w and actor_id = :actor and key = :key
                        """)
                .param("w", by.workspace())
                .param("actor", actor(by))
                .param("key", key)
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("type", answer.contentType())
                .param("body", answer.body(), Types.BINARY)
                .update();
    }

    /** Across workspaces, so it is the owner's function. @return how many were forgotten */
    int forget(Instant before) {
        return jdbc.sql("select forget_idempotency(:before)")
                .param("before", Sql.bind(before))
                .query(Integer.class)
                .single();
    }

    private static UUID actor(Actor by) {
        return Objects.requireNonNull(by.id());
    }
}
