package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and removes reasons for pauses; what was said with one stays said. */
@Component
@Transactional
class PauseReasonEditing {

    private final PauseReasonStore store;
    private final Log log;

    PauseReasonEditing(PauseReasonStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** @throws Refusal conflict when the name is taken or there are {@value PauseReason#COUNT_MAX} */
    PauseReason add(Actor by, String name, @Nullable Integer place) {
        by.mustHave(Permission.AGENTS_MANAGE);
        int others = store.all(by.workspace()).size();
        if (others >= PauseReason.COUNT_MAX) {
            throw Refusal.conflict("too-many", "There are " + PauseReason.COUNT_MAX + " reasons; remove one first.");
        }
        PauseReason made = new PauseReason(Ids.next(), name, place == null ? others + 1 : place, 1);
        try {
            store.insert(by.workspace(), made);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new PauseReasonChanged(made.id(), false));
        return made;
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    PauseReason change(Actor by, PauseReason changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.AGENTS_MANAGE);
        try {
            if ((expectedVersion != null && expectedVersion != changed.version())
                    || !store.update(by.workspace(), changed)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new PauseReasonChanged(changed.id(), false));
        return store.find(by.workspace(), changed.id()).orElseThrow();
    }

    void remove(Actor by, UUID id) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (store.find(by.workspace(), id).isEmpty()) {
            throw Refusal.notFound("pause reason");
        }
        store.delete(by.workspace(), id);
        log.write(by, new PauseReasonChanged(id, true));
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a reason of this name.");
    }
}
