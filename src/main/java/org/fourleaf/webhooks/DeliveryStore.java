package org.fourleaf.webhooks;

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

/** Loads and saves calls: those that wait, and how each went. */
@Component
class DeliveryStore {

    private static final String COLUMNS =
            "d.id, d.type, d.state, d.attempts, d.queued_at, d.next_try_at, d.tried_at, d.status, d.answer, d.body";

    /** A call in a worker's hands. @param concealed the address is in the secret's place */
    record Claimed(UUID webhook, String url, Webhook.Kind kind, boolean concealed, WebhookDelivery delivery) {}

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> workspacesWithWork(Instant now) {
        return jdbc.sql("select * from workspaces_with_webhooks_to_call(:now) as id")
                .param("now", Sql.bind(now))
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    void insert(UUID workspace, UUID id, UUID webhook, String type, String body, Instant now) {
        jdbc.sql("""
                        insert into webhook_delivery (workspace_id, id, webhook_id, type, body, state, queued_at, next_try_at)
                        values (:w, :id, :webhook, :type, :body, 1, :now, :now)
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("webhook", webhook)
                .param("type", type)
                .param("body", body)
                .param("now", Sql.bind(now))
                .update();
    }

    /** Some that are due, the oldest of each webhook first, and of one webhook no more than so many under way at once. */
    List<Claimed> claim(UUID workspace, Instant now, Duration lease, int limit, int perWebhook) {
        return jdbc.sql("""
                        with due as (
                            select d.id from webhook_delivery d
                            join webhook h on h.workspace_id = :w and h.id = d.webhook_id and h.active
                            where d.workspace_id = :w and d.state = 1 and d.next_try_at <= :now
                                and (d.claimed_until is null or d.claimed_until <= :now)
                                and (select count(*) from webhook_delivery u where u.workspace_id = :w
                                    and u.webhook_id = d.webhook_id and u.state = 1 and u.claimed_until > :now) < :perWebhook
                            order by d.next_try_at, d.id limit :limit for update of d skip locked)
                        update webhook_delivery d set claimed_until = :until, attempts = attempts + 1, tried_at = :now
                        from due, webhook h
                        where d.workspace_id = :w and d.id = due.id and h.workspace_id = :w and h.id = d.webhook_id
                        returning h.id as webhook_id, h.url, h.kind, h.concealed,
                        """ + COLUMNS)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(now.plus(lease)))
                .param("limit", limit)
                .param("perWebhook", perWebhook)
                .query(Row.as(row -> new Claimed(
                        row.uuid("webhook_id"),
                        row.text("url"),
                        Webhook.Kind.ofCode(row.number("kind")),
                        row.flag("concealed"),
                        delivery(row))))
                .list();
    }

    /** @param nextTry none when it is over */
    void settle(
            UUID workspace,
            UUID id,
            WebhookDelivery.State state,
            @Nullable Instant nextTry,
            OutsideCall.Answer answer) {
        jdbc.sql("""
                        update webhook_delivery set state = :state, claimed_until = null, status = cast(:status as int),
                            answer = :answer, next_try_at = coalesce(cast(:next as timestamptz), next_try_at)
                        where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("state", state.code())
                .param("status", answer.status())
                .param("answer", answer.words())
                .param("next", Sql.bind(nextTry))
                .update();
    }

    /** Once more from the beginning, under the same id. @return whether there is such a call that is over */
    boolean again(UUID workspace, UUID webhook, UUID id, Instant now) {
        return jdbc.sql("""
                        update webhook_delivery set state = 1, attempts = 0, queued_at = :now, next_try_at = :now, claimed_until = null
                        where workspace_id = :w and webhook_id = :webhook and id = :id
                        """)
                        .param("w", workspace)
                        .param("webhook", webhook)
                        .param("id", id)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    Optional<WebhookDelivery> find(UUID workspace, UUID webhook, UUID id) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from webhook_delivery d where d.workspace_id = :w and d.webhook_id = :webhook and d.id = :id")
                .param("w", workspace)
                .param("webhook", webhook)
                .param("id", id)
                .query(Row.as(DeliveryStore::delivery))
                .optional();
    }

    /** Newest first. */
    List<WebhookDelivery> page(UUID workspace, UUID webhook, @Nullable UUID before, int limit) {
        return Sql.of(
                        "select " + COLUMNS + " from webhook_delivery d where d.workspace_id = ? and d.webhook_id = ?",
                        workspace,
                        webhook)
                .addIf(before != null, "and d.id < ?", before)
                .add("order by d.id desc limit ?", limit)
                .on(jdbc)
                .query(Row.as(DeliveryStore::delivery))
                .list();
    }

    void forget(UUID workspace, Instant before) {
        jdbc.sql("delete from webhook_delivery where workspace_id = :w and queued_at < :before and state <> 1")
                .param("w", workspace)
                .param("before", Sql.bind(before))
                .update();
    }

    private static WebhookDelivery delivery(Row row) throws SQLException {
        WebhookDelivery.State state = WebhookDelivery.State.ofCode(row.number("state"));
        return new WebhookDelivery(
                row.uuid("id"),
                row.text("type"),
                state,
                row.number("attempts"),
                row.instant("queued_at"),
                state == WebhookDelivery.State.WAITING ? row.instant("next_try_at") : null,
                row.instantOrNull("tried_at"),
                row.numberOrNull("status"),
                row.textOrNull("answer"),
                row.text("body"));
    }
}
