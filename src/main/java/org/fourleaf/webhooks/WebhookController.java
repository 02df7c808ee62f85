package org.fourleaf.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks and their calls over HTTP, for those who may {@linkplain Permission#RULES_MANAGE manage} rules. */
@RestController
@RequestMapping("/api/v1/webhooks")
class WebhookController {

    private static final String TEST = "webhook.test";

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = Webhook.URL_LENGTH_MAX) String url,
            Webhook.@Nullable Kind kind,
            @Nullable Boolean active,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String secret) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(min = 1, max = Webhook.URL_LENGTH_MAX)
            String url,

            Webhook.@Nullable Kind kind,
            @Nullable Boolean active) {}

    record NewSecret(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String secret) {}

    /** @param secret only in the answer to its making and to a new one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            UUID id,
            String name,
            String url,
            Webhook.Kind kind,
            boolean active,
            Instant createdAt,
            long version,
            @Nullable String secret) {

        static Card of(Webhook webhook, @Nullable WebhookSecret secret) {
            return new Card(
                    webhook.id(),
                    webhook.name(),
                    webhook.url(),
                    webhook.kind(),
                    webhook.active(),
                    webhook.createdAt(),
                    webhook.version(),
                    secret == null ? null : secret.text());
        }
    }

    private final WebhookStore store;
    private final DeliveryStore deliveries;
    private final WebhookSending sending;
    private final OutsideCall outside;
    private final WebhookBell bell;
    private final Log log;
    private final JsonMapper json;
    private final Clock clock;

    WebhookController(
            WebhookStore store,
            DeliveryStore deliveries,
            WebhookSending sending,
            OutsideCall outside,
            WebhookBell bell,
            Log log,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.sending = sending;
        this.outside = outside;
        this.bell = bell;
        this.log = log;
        this.json = json;
        this.clock = clock;
    }

    /** By name. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<Card> list(Actor by) {
        by.mustHave(Permission.RULES_MANAGE);
        return new Page<>(
                store.all(by.workspace()).stream()
                        .map(webhook -> Card.of(webhook, null))
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<Card> get(Actor by, @PathVariable UUID id) {
        return answer(found(by, id), null);
    }

    /** The secret is in this answer and in no other; one that the other side has already may be given. */
    @PostMapping
    @Transactional
    ResponseEntity<Card> add(Actor by, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.RULES_MANAGE);
        if (store.all(by.workspace()).size() >= Webhook.WEBHOOKS_MAX) {
            throw Refusal.conflict(
                    "too-many-webhooks", "There are " + Webhook.WEBHOOKS_MAX + " webhooks; remove one first.");
        }
        Webhook webhook = new Webhook(
                Ids.next(),
                Texts.name(wanted.name, "/name"),
                url(wanted.url),
                wanted.kind == null ? Webhook.Kind.SIGNED : wanted.kind,
                !Boolean.FALSE.equals(wanted.active),
                clock.instant(),
                1);
        WebhookSecret secret =
                wanted.secret == null ? WebhookSecret.draw() : WebhookSecret.of(wanted.secret, "/secret");
        store.insert(by.workspace(), webhook, secret);
        log.write(by, new WebhookChanged(webhook.id(), webhook.active(), false));
        return ResponseEntity.created(URI.create("/api/v1/webhooks/" + webhook.id()))
                .eTag(ETags.of(1))
                .body(Card.of(webhook, secret));
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<Card> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Webhook was = found(by, id);
        Long expected = ETags.expected(ifMatch);
        Webhook changed = new Webhook(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.url == null ? was.url() : url(change.url),
                change.kind == null ? was.kind() : change.kind,
                change.active == null ? was.active() : change.active,
                was.createdAt(),
                was.version());
        if ((expected != null && expected != was.version()) || !store.update(by.workspace(), changed)) {
            throw Refusal.stale();
        }
        log.write(by, new WebhookChanged(id, changed.active(), false));
        bell.ring();
        return answer(found(by, id), null);
    }

    /** With its calls. */
    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        found(by, id);
        store.delete(by.workspace(), id);
        log.write(by, new WebhookChanged(id, false, true));
        return ResponseEntity.noContent().build();
    }

    /** A new secret, drawn unless given; the old one is worth nothing from now on. */
    @PostMapping("/{id}/secret")
    @Transactional
    ResponseEntity<Card> renew(Actor by, @PathVariable UUID id, @Valid @RequestBody NewSecret wanted) {
        Webhook webhook = found(by, id);
        WebhookSecret secret =
                wanted.secret == null ? WebhookSecret.draw() : WebhookSecret.of(wanted.secret, "/secret");
        store.setSecret(by.workspace(), id, secret);
        log.write(by, new WebhookChanged(id, webhook.active(), false));
        return ResponseEntity.status(201).body(Card.of(found(by, id), secret));
    }

    /** Queues a call that says it is a test; how it went is among its deliveries. */
    @PostMapping("/{id}/test")
    @Transactional
    ResponseEntity<WebhookDelivery> test(Actor by, @PathVariable UUID id) {
        Webhook webhook = found(by, id);
        if (!webhook.active()) {
            throw Refusal.conflict("webhook-off", "Switch it on first.");
        }
        String body = webhook.kind() == Webhook.Kind.CHAT
                ? json.writeValueAsString(json.createObjectNode().put("text", "Fourleaf: test"))
                : json.writeValueAsString(json.createObjectNode()
                        .put("type", TEST)
                        .put("timestamp", clock.instant().toString())
                        .set("data", json.createObjectNode()));
        UUID delivery = sending.put(by, id, TEST, body);
        return ResponseEntity.accepted()
                .body(deliveries.find(by.workspace(), id, delivery).orElseThrow());
    }

    /** Newest first; kept for 30 days. */
    @GetMapping("/{id}/deliveries")
    @Transactional(readOnly = true)
    Page<WebhookDelivery> deliveries(Actor by, @PathVariable UUID id, Slice slice) {
        found(by, id);
        Cursor after = slice.after(1);
        return slice.page(
                deliveries.page(by.workspace(), id, after == null ? null : after.id(0), slice.fetch()),
                last -> Cursor.of(last.id()));
    }

    /** The same call once more, under the same id. */
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @Transactional
    ResponseEntity<WebhookDelivery> redeliver(Actor by, @PathVariable UUID id, @PathVariable UUID delivery) {
        found(by, id);
        if (!deliveries.again(by.workspace(), id, delivery, clock.instant())) {
            throw Refusal.notFound("delivery");
        }
        bell.ring();
        return ResponseEntity.accepted()
                .body(deliveries.find(by.workspace(), id, delivery).orElseThrow());
    }

    private Webhook found(Actor by, UUID id) {
        by.mustHave(Permission.RULES_MANAGE);
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("webhook"));
    }

    private String url(String given) {
        if (!outside.isCallable(given.strip())) {
            throw Refusal.invalid(
                    "/url", "An address such as https://example.com/hook, without a name or password in it.");
        }
        return given.strip();
    }

    private static ResponseEntity<Card> answer(Webhook webhook, @Nullable WebhookSecret secret) {
        return ResponseEntity.ok().eTag(ETags.of(webhook.version())).body(Card.of(webhook, secret));
    }
}
