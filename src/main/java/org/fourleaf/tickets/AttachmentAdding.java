package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.blobs.Blobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Names a stored content as a file of the thread; the message that is saved next with its id takes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AttachmentAdding {

    private final AttachmentStore store;
    private final Blobs blobs;

    AttachmentAdding(AttachmentStore store, Blobs blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    /** @param inline shown inside the message's HTML, not listed below it */
    public UUID add(Actor by, String name, String type, Blobs.Blob blob, boolean inline) {
        blobs.record(by, blob);
        UUID id = Ids.next();
        store.insert(by.workspace(), new Attachment(id, name, type, blob.size(), inline, blob.hash(), null, by.id()));
        return id;
    }
}
