package org.fourleaf.shop;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.coins.Purse;
import org.fourleaf.people.Agents;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what the shop has: all see what is for sale; who manages the workspace sees the rest too, and changes it. */
@Component
@Transactional
public class Shop {

    /** What the reader may do with it. @param buy as far as coins, stock and limits go */
    record Abilities(boolean buy, boolean edit) {}

    /**
     * An item as it is shown.
     *
     * @param name in the reader's language, like {@code text}
     * @param texts the workspace's words, by language
     * @param pictureUrl an own picture, in place of the drawn one
     * @param bought how many the reader has
     */
    record Card(
            UUID id,
            String name,
            String text,
            String picture,
            @Nullable String pictureUrl,
            Map<String, ItemWords> texts,
            int cost,
            @Nullable Integer stock,
            @Nullable Integer perAgentMax,
            boolean approval,
            boolean active,
            int bought,
            Abilities abilities,
            long version) {}

    /** The shelves. @param balance the reader's coins */
    record Shelves(List<Card> items, @Nullable String next, long balance, ShelfAbilities abilities) {}

    /** @param edit add and change items @param handle approve and hand out orders */
    record ShelfAbilities(boolean edit, boolean handle) {}

    private final ShopStore store;
    private final Purse purse;
    private final Agents agents;
    private final WorkspacePlace places;
    private final Log log;
    private final Clock clock;

    Shop(ShopStore store, Purse purse, Agents agents, WorkspacePlace places, Log log, Clock clock) {
        this.store = store;
        this.agents = agents;
        this.places = places;
        this.purse = purse;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Shelves shelves(Actor by) {
        boolean edit = by.may(Permission.WORKSPACE_MANAGE);
        return new Shelves(
                cards(
                        by,
                        store.all(by.workspace()).stream()
                                .filter(item -> item.active() || edit)
                                .toList()),
                null,
                by.isAgent() ? purse.balance(by, by.agentId()) : 0,
                new ShelfAbilities(edit, by.may(Permission.REWARDS_MANAGE)));
    }

    @Transactional(readOnly = true)
    Card card(Actor by, UUID id) {
        return cards(by, List.of(readable(by, id))).getFirst();
    }

    /** @throws Refusal not found, also of one that is not for sale, for who may not put it there */
    private ShopItem readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(item -> item.active() || by.may(Permission.WORKSPACE_MANAGE))
                .orElseThrow(() -> Refusal.notFound("item"));
    }

    /** Also of what is gone, to who bought it or hands out rewards. @throws Refusal not found */
    @Transactional(readOnly = true)
    void mustHaveSeen(Actor by, UUID id) {
        boolean had = by.may(Permission.REWARDS_MANAGE)
                || (by.isAgent() && store.hasOrdered(by.workspace(), by.agentId(), id));
        if (!had) {
            readable(by, id);
        }
    }

    /** What whoever asks reads. */
    @Transactional(readOnly = true)
    String language(Actor by) {
        return by.isAgent() ? agents.readable(by, by.agentId()).language() : places.language(by.workspace());
    }

    private List<Card> cards(Actor by, List<ShopItem> items) {
        Map<UUID, Integer> bought = by.isAgent() ? store.bought(by.workspace(), by.agentId(), null) : Map.of();
        long balance = by.isAgent() ? purse.balance(by, by.agentId()) : 0;
        String language = language(by);
        return items.stream()
                .map(item -> {
                    ItemWords words = item.words(language);
                    int mine = bought.getOrDefault(item.id(), 0);
                    boolean left = item.stock() == null || item.stock() > 0;
                    boolean fewer = item.perAgentMax() == null || mine < item.perAgentMax();
                    return new Card(
                            item.id(),
                            words.name(),
                            words.text(),
                            item.picture(),
                            item.pictureUrl(),
                            item.texts(),
                            item.cost(),
                            item.stock(),
                            item.perAgentMax(),
                            item.approval(),
                            item.active(),
                            mine,
                            new Abilities(
                                    by.isAgent() && item.active() && left && fewer && balance >= item.cost(),
                                    by.may(Permission.WORKSPACE_MANAGE)),
                            item.version());
                })
                .toList();
    }

    /** @throws Refusal conflict when there are too many */
    UUID add(Actor by, ShopItem item) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        if (store.all(by.workspace()).size() >= ShopItem.ITEMS_MAX) {
            throw Refusal.conflict("too-many", "There may be " + ShopItem.ITEMS_MAX + " items at most.");
        }
        store.insert(by.workspace(), item);
        log.write(by, new ShopItemChanged(item.id(), item.cost(), item.active(), false));
        return item.id();
    }

    /** @throws Refusal stale when a version is expected and another is there */
    void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<ShopItem> change) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        ShopItem was = readable(by, id);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        ShopItem is = change.apply(was);
        if (is.equals(was)) {
            return;
        }
        if (!store.update(by.workspace(), is, !Objects.equals(is.stock(), was.stock()))) {
            throw Refusal.stale();
        }
        log.write(by, new ShopItemChanged(id, is.cost(), is.active(), false));
    }

    void remove(Actor by, UUID id) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        ShopItem item = readable(by, id);
        if (!store.remove(by.workspace(), id, clock.instant())) {
            throw Refusal.notFound("item");
        }
        log.write(by, new ShopItemChanged(id, item.cost(), false, true));
    }
}
