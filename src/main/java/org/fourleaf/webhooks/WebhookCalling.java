package org.fourleaf.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes one call and writes down how it went; the call itself is outside every transaction. */
@Component
class WebhookCalling {

    /** After each failure; when all are over, three days after the first try, it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(20));

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final OutsideCall outside;
    private final Log log;
    private final TransactionOperations transaction;
    private final Clock clock;

    WebhookCalling(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            OutsideCall outside,
            Log log,
            TransactionOperations transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outside = outside;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<DeliveryStore.Claimed> claim(UUID workspace, Duration lease, int limit, int perWebhook) {
        List<DeliveryStore.Claimed> claimed =
                transaction.execute(status -> deliveries.claim(workspace, clock.instant(), lease, limit, perWebhook));
        return claimed == null ? List.of() : claimed;
    }

    void call(UUID workspace, DeliveryStore.Claimed claimed) {
        WebhookDelivery delivery = claimed.delivery();
        Optional<WebhookSecret> secret =
                Objects.requireNonNull(transaction.execute(status -> webhooks.secret(workspace, claimed.webhook())));
        OutsideCall.Answer answer = secret.map(known -> claimed.concealed()
                        ? post(known.text(), delivery)
                        : outside.post(claimed.url(), headers(claimed, known, clock.instant()), delivery.body()))
                .orElseGet(() -> new OutsideCall.Answer(null, "Its secret can't be read; give it a new one."));
        transaction.executeWithoutResult(status -> settle(workspace, claimed, answer));
    }

    /** Whatever the other side says, the address stays a secret. */
    private OutsideCall.Answer post(String url, WebhookDelivery delivery) {
        OutsideCall.Answer answer = outside.post(url, Map.of(), delivery.body());
        return new OutsideCall.Answer(answer.status(), answer.words().replace(url, "…"));
    }

    private static Map<String, String> headers(DeliveryStore.Claimed claimed, WebhookSecret secret, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (claimed.kind() == Webhook.Kind.SIGNED) {
            String id = "msg_" + claimed.delivery().id();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
            headers.put(
                    "webhook-signature",
                    secret.signature(id, now, claimed.delivery().body()));
        }
        return headers;
    }

    private void settle(UUID workspace, DeliveryStore.Claimed claimed, OutsideCall.Answer answer) {
        WebhookDelivery delivery = claimed.delivery();
        if (answer.isGood()) {
            deliveries.settle(workspace, delivery.id(), WebhookDelivery.State.DELIVERED, null, answer);
            return;
        }
        Instant next = answer.isGone() ? null : nextTry(delivery);
        deliveries.settle(
                workspace,
                delivery.id(),
                next == null ? WebhookDelivery.State.GIVEN_UP : WebhookDelivery.State.WAITING,
                next,
                answer);
        if (answer.isGone()) {
            // The other side says that it wants no more.
            webhooks.switchOff(workspace, claimed.webhook());
            log.write(Actor.system(workspace), new WebhookChanged(claimed.webhook(), false, false));
        }
    }

    private @Nullable Instant nextTry(WebhookDelivery delivery) {
        return delivery.attempts() > PAUSES.size() ? null : clock.instant().plus(PAUSES.get(delivery.attempts() - 1));
    }
}
