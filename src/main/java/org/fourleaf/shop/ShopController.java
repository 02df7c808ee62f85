package org.fourleaf.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop and its orders over HTTP. */
@RestController
@RequestMapping("/api/v1")
class ShopController {

    private static final int LANGUAGES_MAX = 10;

    /** In one language; what is empty is said in another. */
    record Said(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = ShopItem.TEXT_LENGTH_MAX) String text) {}

    /** An item, or what of it changes. A name and text without language are in the caller's. Unsaid parts of a new one: no text, a gift, unlimited, no approval, for sale. */
    record Wanted(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = ShopItem.TEXT_LENGTH_MAX) String text,
            @Nullable @Size(max = LANGUAGES_MAX) Map<String, @Valid @NotNull Said> texts,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String picture,
            @Nullable @Min(0) @Max(ShopItem.COST_MAX) Integer cost,
            Given<@Min(0) @Max(ShopItem.STOCK_MAX) Integer> stock,
            Given<@Min(1) @Max(ShopItem.PER_AGENT_MAX) Integer> perAgentMax,
            @Nullable Boolean approval,
            @Nullable Boolean active) {

        ShopItem on(ShopItem was, String language) {
            String picked = Objects.requireNonNullElse(picture, was.picture());
            if (!ShopItem.PICTURES.contains(picked)) {
                throw Refusal.invalid("/picture", "One of " + String.join(", ", ShopItem.PICTURES) + ".");
            }
            Map<String, ItemWords> words = ItemWords.with(said(was), language, name, text);
            ItemWords plain = ItemWords.in(words, language, new ItemWords(was.name(), was.text()));
            if (plain.name().isBlank()) {
                throw Refusal.malformed("/name", "An item has a name.");
            }
            return new ShopItem(
                    was.id(),
                    plain.name(),
                    plain.text(),
                    words,
                    picked,
                    picture == null ? was.face() : null,
                    Objects.requireNonNullElse(cost, was.cost()),
                    stock.or(was.stock()),
                    perAgentMax.or(was.perAgentMax()),
                    Objects.requireNonNullElse(approval, was.approval()),
                    Objects.requireNonNullElse(active, was.active()),
                    was.version());
        }

        private Map<String, ItemWords> said(ShopItem was) {
            if (texts == null) {
                return was.texts();
            }
            Map<String, ItemWords> said = new TreeMap<>();
            texts.forEach((language, words) -> said.put(language, ItemWords.of(words.name, words.text)));
            return ItemWords.checked(said);
        }
    }

    /** @param cost what the buyer saw, so that no price changes unnoticed @param wish such as a size */
    record Purchase(
            @NotNull UUID item,
            @Nullable @Min(0) @Max(ShopItem.COST_MAX) Integer cost,
            @Nullable @Size(max = ShopOrder.NOTE_LENGTH_MAX) String wish) {}

    record Handled(
            @Nullable @Size(max = ShopOrder.NOTE_LENGTH_MAX) String note) {}

    private final Shop shop;
    private final ShopBuying buying;
    private final Orders orders;
    private final OrderHandling handling;

    ShopController(Shop shop, ShopBuying buying, Orders orders, OrderHandling handling) {
        this.shop = shop;
        this.buying = buying;
        this.orders = orders;
        this.handling = handling;
    }

    /** What is for sale, the cheapest first, and the caller's coins. */
    @GetMapping("/shop")
    Shop.Shelves shelves(Actor by) {
        return shop.shelves(by);
    }

    @GetMapping("/shop/{id}")
    ResponseEntity<Shop.Card> get(Actor by, @PathVariable UUID id) {
        return answer(shop.card(by, id));
    }

    @PostMapping("/shop")
    ResponseEntity<Shop.Card> add(Actor by, @Valid @RequestBody Wanted wanted) {
        if (wanted.cost == null) {
            throw Refusal.malformed("/cost", "An item costs so many coins.");
        }
        UUID id = shop.add(
                by,
                wanted.on(
                        new ShopItem(
                                Ids.next(), "", "", Map.of(), "gift", null, wanted.cost, null, null, false, true, 1),
                        shop.language(by)));
        return ResponseEntity.created(URI.create("/api/v1/shop/" + id))
                .eTag(ETags.of(1))
                .body(shop.card(by, id));
    }

    @PatchMapping("/shop/{id}")
    ResponseEntity<Shop.Card> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wanted wanted) {
        String language = shop.language(by);
        shop.change(by, id, ETags.expected(ifMatch), was -> wanted.on(was, language));
        return answer(shop.card(by, id));
    }

    /** Orders of it go on. */
    @DeleteMapping("/shop/{id}")
    ResponseEntity<Void> remove(Actor by, @PathVariable UUID id) {
        shop.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    /**
     * Newest first: one's own, or everybody's for who handles them.
     *
     * @param agent only theirs: an id, an address, or {@code me}
     * @param state waiting, approved, fulfilled, refused, refunded, cancelled
     */
    @GetMapping("/shop-orders")
    Page<Orders.Card> list(
            Actor by,
            @RequestParam(required = false) @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String agent,
            @RequestParam(required = false) @Nullable String state,
            Slice slice) {
        return orders.page(by, agent, state(state), slice);
    }

    /** With every state it was in. */
    @GetMapping("/shop-orders/{id}")
    Orders.Card order(Actor by, @PathVariable UUID id) {
        return orders.card(by, id);
    }

    @PostMapping("/shop-orders")
    ResponseEntity<Orders.Card> buy(Actor by, @Valid @RequestBody Purchase purchase) {
        ShopOrder order = buying.buy(by, purchase.item, purchase.cost, line(purchase.wish));
        return ResponseEntity.created(URI.create("/api/v1/shop-orders/" + order.id()))
                .body(orders.card(by, order.id()));
    }

    @PostMapping("/shop-orders/{id}/approve")
    Orders.Card approve(Actor by, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handled said) {
        return become(by, id, OrderState.APPROVED, said);
    }

    /** The coins go back, and the item to the shelf. */
    @PostMapping("/shop-orders/{id}/refuse")
    Orders.Card refuse(Actor by, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handled said) {
        return become(by, id, OrderState.REFUSED, said);
    }

    @PostMapping("/shop-orders/{id}/fulfil")
    Orders.Card fulfil(Actor by, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handled said) {
        return become(by, id, OrderState.FULFILLED, said);
    }

    /** The coins go back; the item too, if it was not handed out. */
    @PostMapping("/shop-orders/{id}/refund")
    Orders.Card refund(Actor by, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handled said) {
        return become(by, id, OrderState.REFUNDED, said);
    }

    /** By the buyer, until it is handed out. */
    @PostMapping("/shop-orders/{id}/cancel")
    Orders.Card cancel(Actor by, @PathVariable UUID id, @Valid @RequestBody(required = false) @Nullable Handled said) {
        return become(by, id, OrderState.CANCELLED, said);
    }

    private Orders.Card become(Actor by, UUID id, OrderState state, @Nullable Handled said) {
        handling.become(by, orders.readable(by, id), state, line(said == null ? null : said.note));
        return orders.card(by, id);
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : Texts.line(text);
    }

    private static @Nullable OrderState state(@Nullable String named) {
        if (named == null) {
            return null;
        }
        try {
            return OrderState.valueOf(named.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("state", "One of waiting, approved, fulfilled, refused, refunded, cancelled.");
        }
    }

    private static ResponseEntity<Shop.Card> answer(Shop.Card item) {
        return ResponseEntity.ok().eTag(ETags.of(item.version())).body(item);
    }
}
