package org.fourleaf.badges;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.html.SafePicture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives a badge a picture of one's own, and takes it away again. */
@Component
class BadgePictures {

    private final BadgeEditing editing;
    private final BadgePictureStore store;
    private final TransactionOperations transaction;

    BadgePictures(BadgeEditing editing, BadgePictureStore store, TransactionOperations transaction) {
        this.editing = editing;
        this.store = store;
        this.transaction = transaction;
    }

    /** No transaction is open while the picture is drawn anew. @throws Refusal forbidden, not found, or invalid when it is no picture */
    void put(Actor by, String badge, byte[] file) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        SafePicture image = SafePicture.of(file);
        transaction.executeWithoutResult(status -> {
            editing.change(by, badge, null, was -> was.withFace(image.hash()));
            store.put(by.workspace(), badge, image);
        });
    }

    void remove(Actor by, String badge) {
        transaction.executeWithoutResult(status -> {
            editing.change(by, badge, null, was -> was.withFace(null));
            store.delete(by.workspace(), badge);
        });
    }
}
