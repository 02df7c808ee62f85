package org.fourleaf.shop;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item bought.
 *
 * @param itemName as it was called then, where {@code itemTexts} say nothing
 * @param itemTexts the same by language
 * @param cost paid
 * @param wish what the buyer said, such as a size
 */
record ShopOrder(
        UUID id,
        UUID item,
        String itemName,
        Map<String, ItemWords> itemTexts,
        UUID agent,
        int cost,
        String wish,
        OrderState state,
        Instant at,
        long version) {

    static final int NOTE_LENGTH_MAX = 500;

    /** One state it was in. @param by none for the desk itself */
    record Step(OrderState state, Instant at, @Nullable UUID by, String note) {}

    ShopOrder {
        itemTexts = Map.copyOf(itemTexts);
    }

    String itemName(String language) {
        return ItemWords.in(itemTexts, language, new ItemWords(itemName, "")).name();
    }

    ShopOrder as(OrderState now) {
        return new ShopOrder(id, item, itemName, itemTexts, agent, cost, wish, now, at, version + 1);
    }
}
