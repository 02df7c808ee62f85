package org.fourleaf.tickets;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes one tag of two, or none of one. Nobody finds it from then on; its tickets follow in batches by {@link TagFollowing}. */
@Component
@Transactional
class TagMerging {

    private final TagStore store;
    private final TagWorkStore works;
    private final References references;
    private final Log log;
    private final Clock clock;

    TagMerging(TagStore store, TagWorkStore works, References references, Log log, Clock clock) {
        this.store = store;
        this.works = works;
        this.references = references;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param other an id or a name
     * @return what is left to do after the commit
     * @throws Refusal not found, also for the one of two opposite merges that comes second; conflict with itself
     */
    TagWork merge(Actor by, UUID from, String other) {
        UUID into = references.tag(by, other).orElseThrow(() -> Refusal.invalid("/into", "There is no such tag."));
        by.mustHave(Permission.TAGS_MANAGE);
        if (from.equals(into)) {
            throw Refusal.conflict("not-possible", "A tag can't be merged into itself.");
        }
        if (store.lock(by.workspace(), List.of(from, into)).size() < 2) {
            throw Refusal.notFound("tag");
        }
        TagWork work = new TagWork(from, into);
        works.add(by.workspace(), work, clock.instant());
        log.write(by, new TagsMerged(from, into));
        return work;
    }

    /** @return what is left to do after the commit. @throws Refusal not found */
    TagWork delete(Actor by, UUID id) {
        by.mustHave(Permission.TAGS_MANAGE);
        if (store.lock(by.workspace(), List.of(id)).isEmpty()) {
            throw Refusal.notFound("tag");
        }
        TagWork work = new TagWork(id, null);
        works.add(by.workspace(), work, clock.instant());
        log.write(by, new TagChanged(id, true));
        return work;
    }
}
