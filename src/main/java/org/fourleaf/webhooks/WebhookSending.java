package org.fourleaf.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Queues calls in the transaction that causes them; they are made after it commits. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WebhookSending {

    private static final int CHAT_LENGTH_MAX = 4_000;

    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final WebhookBell bell;
    private final JsonMapper json;
    private final Clock clock;

    WebhookSending(WebhookStore webhooks, DeliveryStore deliveries, WebhookBell bell, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.bell = bell;
        this.json = json;
        this.clock = clock;
    }

    /** By id or name. @param chat whether it must be one that takes plain words, or must be none */
    public Optional<UUID> find(Actor by, String reference, boolean chat) {
        return webhooks.all(by.workspace()).stream()
                .filter(webhook -> (webhook.kind() == Webhook.Kind.CHAT) == chat)
                .filter(webhook -> webhook.id().toString().equals(reference)
                        || webhook.name().equalsIgnoreCase(reference))
                .map(Webhook::id)
                .findFirst();
    }

    /** What the webhooks are called, by id. */
    public Map<UUID, String> names(Actor by) {
        Map<UUID, String> names = new HashMap<>();
        webhooks.all(by.workspace()).forEach(webhook -> names.put(webhook.id(), webhook.name()));
        return names;
    }

    /** A call of the given type with these data. @throws Refusal conflict when the webhook is gone or switched off */
    public void queue(Actor by, UUID webhook, String type, ObjectNode data) {
        live(by, webhook);
        ObjectNode body = json.createObjectNode()
                .put("type", type)
                .put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        body.set("data", data);
        put(by, webhook, type, json.writeValueAsString(body));
    }

    /** A few words into a chat. @throws Refusal conflict when the webhook is gone or switched off */
    public void say(Actor by, UUID webhook, String type, String words) {
        live(by, webhook);
        put(
                by,
                webhook,
                type,
                json.writeValueAsString(json.createObjectNode().put("text", Texts.cut(words, CHAT_LENGTH_MAX))));
    }

    private void live(Actor by, UUID id) {
        boolean live = webhooks.find(by.workspace(), id).map(Webhook::active).orElse(false);
        if (!live) {
            throw Refusal.conflict("webhook-off", "The webhook it calls is gone or switched off.");
        }
    }

    UUID put(Actor by, UUID webhook, String type, String body) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        deliveries.insert(by.workspace(), id, webhook, type, body, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
        return id;
    }
}
