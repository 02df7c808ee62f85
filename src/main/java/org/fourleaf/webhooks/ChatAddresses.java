package org.fourleaf.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses a chat gave out for posts into one of its channels: whoever knows one may post there, so it is kept sealed, never shown again
 * and in no log. Calls are made like those of webhooks, and these are listed with none. Who may do it is the caller's question.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChatAddresses {

    private static final int HINT_CHARACTERS = 4;
    /** A shorter path would be told by its end. */
    private static final int HINTED_PATH_MIN = 24;

    /** @param hint where it leads, without what makes it a secret */
    public record ChatAddress(UUID id, String name, String hint, boolean active, Instant createdAt, long version) {}

    /** How one call went. @param state waiting, delivered or given_up @param answer the beginning of the other side's words, or why not */
    public record Call(
            UUID id,
            String type,
            String state,
            int attempts,
            Instant queuedAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant triedAt,
            @Nullable Integer status,
            @Nullable String answer) {

        static Call of(WebhookDelivery delivery) {
            return new Call(
                    delivery.id(),
                    delivery.type(),
                    delivery.state().json(),
                    delivery.attempts(),
                    delivery.queuedAt(),
                    delivery.nextTryAt(),
                    delivery.triedAt(),
                    delivery.status(),
                    delivery.answer());
        }
    }

    private final ChatAddressStore store;
    private final WebhookStore webhooks;
    private final DeliveryStore deliveries;
    private final WebhookSending sending;
    private final OutsideCall outside;
    private final WebhookBell bell;
    private final Log log;
    private final Clock clock;

    ChatAddresses(
            ChatAddressStore store,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            WebhookSending sending,
            OutsideCall outside,
            WebhookBell bell,
            Log log,
            Clock clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sending = sending;
        this.outside = outside;
        this.bell = bell;
        this.log = log;
        this.clock = clock;
    }

    public List<ChatAddress> all(Actor by) {
        return store.all(by.workspace());
    }

    /** @throws Refusal invalid, when it can't be called */
    public UUID add(Actor by, String name, String url) {
        UUID id = Ids.next();
        String checked = checked(url);
        store.insert(by.workspace(), id, name, hint(checked), checked, clock.instant());
        log.write(by, new WebhookChanged(id, true, false));
        return id;
    }

    /** What is none stays. @throws Refusal not found, stale, or invalid */
    public void change(
            Actor by,
            UUID id,
            @Nullable Long expectedVersion,
            @Nullable String name,
            @Nullable String url,
            @Nullable Boolean active) {
        ChatAddress was = found(by, id);
        String checked = url == null ? null : checked(url);
        ChatAddress is = new ChatAddress(
                id,
                name == null ? was.name() : name,
                checked == null ? was.hint() : hint(checked),
                active == null ? was.active() : active,
                was.createdAt(),
                was.version());
        if ((expectedVersion != null && expectedVersion != was.version())
                || !store.update(by.workspace(), is, checked)) {
            throw Refusal.stale();
        }
        log.write(by, new WebhookChanged(id, is.active(), false));
        bell.ring();
    }

    /** With its calls. */
    public void delete(Actor by, UUID id) {
        found(by, id);
        webhooks.delete(by.workspace(), id);
        log.write(by, new WebhookChanged(id, false, true));
    }

    /** Queues a call in the transaction that causes it. @param body JSON as that chat takes it @throws Refusal conflict when it is switched off */
    public Call queue(Actor by, UUID id, String type, String body) {
        if (!found(by, id).active()) {
            throw Refusal.conflict("webhook-off", "Switch it on first.");
        }
        UUID call = sending.put(by, id, type, body);
        return Call.of(deliveries.find(by.workspace(), id, call).orElseThrow());
    }

    /** Newest first; kept for 30 days. */
    public Page<Call> calls(Actor by, UUID id, Slice slice) {
        found(by, id);
        Cursor after = slice.after(1);
        List<Call> calls =
                deliveries.page(by.workspace(), id, after == null ? null : after.id(0), slice.fetch()).stream()
                        .map(Call::of)
                        .toList();
        return slice.page(calls, last -> Cursor.of(last.id()));
    }

    /** @throws Refusal not found */
    public ChatAddress found(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("chat"));
    }

    private String checked(String url) {
        String stripped = url.strip();
        if (!outside.isCallable(stripped)) {
            throw Refusal.invalid(
                    "/url", "An address such as https://hooks.slack.com/services/…, as the chat gave it out.");
        }
        return stripped;
    }

    private static String hint(String url) {
        URI uri = URI.create(url);
        String rest = url.substring(url.indexOf(uri.getHost()) + uri.getHost().length());
        return uri.getScheme() + "://" + uri.getHost() + "/…"
                + (rest.length() < HINTED_PATH_MIN ? "" : rest.substring(rest.length() - HINT_CHARACTERS));
    }
}
