package org.fourleaf.shop;

import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the shelves, and buys from them, for whoever furnishes a workspace. */
@Component
@Transactional
public class ShopStocking {

    /** @param picture one of the shop's own @param stock none: as many as anybody wants */
    public record Article(
            String name,
            String text,
            String picture,
            int cost,
            @Nullable Integer stock,
            boolean approval) {}

    private final Shop shop;
    private final ShopBuying buying;

    ShopStocking(Shop shop, ShopBuying buying) {
        this.shop = shop;
        this.buying = buying;
    }

    public UUID stock(Actor by, Article article) {
        return shop.add(
                by,
                new ShopItem(
                        Ids.next(),
                        article.name,
                        article.text,
                        Map.of(shop.language(by), new ItemWords(article.name, article.text)),
                        article.picture,
                        null,
                        article.cost,
                        article.stock,
                        null,
                        article.approval,
                        true,
                        1));
    }

    /** @throws org.fourleaf.platform.Refusal conflict when it can't be bought */
    public void order(Actor by, UUID item, String wish) {
        buying.buy(by, item, null, wish);
    }
}
