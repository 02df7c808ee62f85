package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one tag of two. */
@Component
@Transactional
class TagMerging {

    private final TagStore store;
    private final Log log;

    TagMerging(TagStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** @throws Refusal not found, also for the one of two opposite merges that comes second; conflict with itself */
    void merge(Actor by, UUID from, UUID into) {
        by.mustHave(Permission.TAGS_MANAGE);
        if (from.equals(into)) {
            throw Refusal.conflict("not-possible", "A tag can't be merged into itself.");
        }
        if (store.lock(by.workspace(), List.of(from, into)).size() < 2) {
            throw Refusal.notFound("tag");
        }
        store.move(by.workspace(), from, into);
        store.delete(by.workspace(), from);
        log.write(by, new TagsMerged(from, into));
    }
}
