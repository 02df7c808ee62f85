package org.fourleaf.shop;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.html.SafePicture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives an item a picture of one's own, and takes it away again. */
@Component
class ShopPictures {

    private final Shop shop;
    private final ShopPictureStore store;
    private final TransactionOperations transaction;

    ShopPictures(Shop shop, ShopPictureStore store, TransactionOperations transaction) {
        this.shop = shop;
        this.store = store;
        this.transaction = transaction;
    }

    /** @throws Refusal not found, also of an item the caller does not see and never bought */
    SafePicture readable(Actor by, UUID item) {
        return transaction.execute(status -> {
            shop.mustHaveSeen(by, item);
            return store.find(by.workspace(), item).orElseThrow(() -> Refusal.notFound("picture"));
        });
    }

    /** No transaction is open while the picture is drawn anew. @throws Refusal forbidden, not found, or invalid when it is no picture */
    void put(Actor by, UUID item, byte[] file) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        SafePicture picture = SafePicture.of(file);
        transaction.executeWithoutResult(status -> {
            shop.change(by, item, null, was -> was.withFace(picture.hash()));
            store.put(by.workspace(), item, picture);
        });
    }

    void remove(Actor by, UUID item) {
        transaction.executeWithoutResult(status -> {
            shop.change(by, item, null, was -> was.withFace(null));
            store.delete(by.workspace(), item);
        });
    }
}
