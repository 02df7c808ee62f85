package org.fourleaf.shop;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something coins buy.
 *
 * @param name where {@code texts} has none, like {@code text}
 * @param texts by language
 * @param picture one of {@link #PICTURES}
 * @param face the hash of an own picture, in place of that one
 * @param stock how many are left; none: as many as anybody wants
 * @param perAgentMax how many one agent may have; none: no limit
 * @param approval whether somebody must say yes to each order
 */
record ShopItem(
        UUID id,
        String name,
        String text,
        Map<String, ItemWords> texts,
        String picture,
        @Nullable String face,
        int cost,
        @Nullable Integer stock,
        @Nullable Integer perAgentMax,
        boolean approval,
        boolean active,
        long version) {

    static final int ITEMS_MAX = 200;
    static final int TEXT_LENGTH_MAX = 1_000;
    static final int COST_MAX = 1_000_000;
    static final int STOCK_MAX = 1_000_000;
    static final int PER_AGENT_MAX = 10_000;
    static final List<String> PICTURES = List.of(
            "gift",
            "cup",
            "shirt",
            "book",
            "lunch",
            "sun",
            "ticket",
            "plant",
            "headphones",
            "heart",
            "bicycle",
            "cake");

    ShopItem {
        texts = Map.copyOf(texts);
    }

    ItemWords words(String language) {
        return ItemWords.in(texts, language, new ItemWords(name, text));
    }

    /** @param hash none for a drawn one */
    ShopItem withFace(@Nullable String hash) {
        return new ShopItem(id, name, text, texts, picture, hash, cost, stock, perAgentMax, approval, active, version);
    }

    /** Where the own picture is. */
    @Nullable
    String pictureUrl() {
        return face == null ? null : "/api/v1/shop/" + id + "/picture?v=" + face;
    }
}
