package org.fourleaf.shop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to orders: agents see their own, who handles them everybody's. */
@Component
@Transactional(readOnly = true)
public class Orders {

    /** What was bought, as it was called then, in the reader's language, and as it looks now. */
    record About(
            UUID id, String name, String picture, @Nullable String pictureUrl) {}

    /** A state it was in. @param by none for the desk itself */
    record Step(
            OrderState state,
            Instant at,
            @Nullable PersonName by,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String note) {}

    /** @param next what the reader may make of it */
    record Card(
            UUID id,
            About item,
            @Nullable PersonName agent,
            int cost,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String wish,
            OrderState state,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Step> history,

            List<OrderState> next,
            long version) {}

    private final OrderStore store;
    private final ShopStore items;
    private final Shop shop;
    private final Agents agents;

    Orders(OrderStore store, ShopStore items, Shop shop, Agents agents) {
        this.store = store;
        this.items = items;
        this.shop = shop;
        this.agents = agents;
    }

    /** What an order is of, in a language; none when it is gone. */
    public Optional<String> itemName(UUID workspace, UUID order, String language) {
        return store.find(workspace, order).map(found -> found.itemName(language));
    }

    /** @throws Refusal not found, also of who else's it is */
    ShopOrder readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(order -> order.agent().equals(by.id()) || by.may(Permission.REWARDS_MANAGE))
                .orElseThrow(() -> Refusal.notFound("order"));
    }

    Card card(Actor by, UUID id) {
        return card(by, readable(by, id));
    }

    Card card(Actor by, ShopOrder order) {
        List<ShopOrder.Step> steps = store.steps(by.workspace(), order.id());
        Set<UUID> people = new HashSet<>();
        people.add(order.agent());
        steps.forEach(step -> {
            if (step.by() != null) {
                people.add(step.by());
            }
        });
        Map<UUID, PersonName> names = agents.names(by, people);
        return card(
                by,
                order,
                about(by, List.of(order)),
                names,
                steps.stream()
                        .map(step -> new Step(
                                step.state(), step.at(), step.by() == null ? null : names.get(step.by()), step.note()))
                        .toList());
    }

    /** Newest first. @param agent only theirs: an id, an address or me; unsaid everybody's, as far as the caller sees */
    Page<Card> page(Actor by, @Nullable String agent, @Nullable OrderState state, Slice slice) {
        UUID whose;
        if (agent != null) {
            whose = agent.equals("me")
                    ? by.agentId()
                    : agents.readable(by, agent).id();
            if (!whose.equals(by.id())) {
                by.mustHave(Permission.REWARDS_MANAGE);
            }
        } else {
            whose = by.may(Permission.REWARDS_MANAGE) ? null : by.agentId();
        }
        Page<ShopOrder> page =
                slice.page(store.page(by.workspace(), whose, state, slice), order -> Cursor.of(order.at(), order.id()));
        Map<UUID, PersonName> names = agents.names(
                by, page.items().stream().map(ShopOrder::agent).distinct().toList());
        Map<UUID, About> about = about(by, page.items());
        return new Page<>(
                page.items().stream()
                        .map(order -> card(by, order, about, names, null))
                        .toList(),
                page.next());
    }

    /** By order. */
    private Map<UUID, About> about(Actor by, List<ShopOrder> orders) {
        String language = shop.language(by);
        Map<UUID, ShopItem> bought = items.byIds(
                by.workspace(), orders.stream().map(ShopOrder::item).distinct().toList());
        Map<UUID, About> about = new HashMap<>();
        for (ShopOrder order : orders) {
            ShopItem item = bought.get(order.item());
            about.put(
                    order.id(),
                    new About(
                            order.item(),
                            order.itemName(language),
                            item == null ? ShopItem.PICTURES.getFirst() : item.picture(),
                            item == null ? null : item.pictureUrl()));
        }
        return about;
    }

    private static Card card(
            Actor by,
            ShopOrder order,
            Map<UUID, About> about,
            Map<UUID, PersonName> names,
            @Nullable List<Step> history) {
        return new Card(
                order.id(),
                Objects.requireNonNull(about.get(order.id())),
                names.get(order.agent()),
                order.cost(),
                order.wish(),
                order.state(),
                order.at(),
                history,
                order.state().next().stream()
                        .filter(state -> mayMake(by, order, state))
                        .sorted()
                        .toList(),
                order.version());
    }

    private static boolean mayMake(Actor by, ShopOrder order, OrderState state) {
        boolean own = order.agent().equals(by.id());
        return state == OrderState.CANCELLED
                ? own
                : by.may(Permission.REWARDS_MANAGE) && (!own || by.may(Permission.WORKSPACE_MANAGE));
    }
}
