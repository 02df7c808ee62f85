package org.fourleaf.choices;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits, archives and deletes words of the lists. */
@Component
@Transactional
public class ChoiceEditing {

    /** How many words a list may have, archived ones included. */
    static final int CHOICES_MAX = 200;

    private final ChoiceStore store;
    private final Log log;

    ChoiceEditing(ChoiceStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** At the end of its list. @param status what a sub-status stands under; none for the other lists */
    public void add(Actor by, ChoiceKind kind, String name, @Nullable String status) {
        add(by, new Choice(Ids.next(), kind, name, status, 0, false, 1));
    }

    /** At the end when its order is 0. @throws Refusal conflict when the name is taken or there are too many */
    Choice add(Actor by, Choice wanted) {
        by.mustHave(Permission.TAGS_MANAGE);
        List<Choice> others = store.of(by.workspace(), wanted.kind());
        if (others.size() >= CHOICES_MAX) {
            throw Refusal.conflict("too-many", "There are " + CHOICES_MAX + " already; delete one first.");
        }
        long last = others.isEmpty() ? 0 : others.getLast().order();
        Choice choice = new Choice(
                wanted.id(),
                wanted.kind(),
                wanted.name(),
                wanted.status(),
                wanted.order() > 0 ? wanted.order() : last + 1,
                false,
                1);
        if (!store.insert(by.workspace(), choice)) {
            throw taken(choice);
        }
        log.write(by, new ChoiceChanged(choice.id(), choice.kind().stored(), false));
        return choice;
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    Choice change(Actor by, Choice changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.TAGS_MANAGE);
        boolean fresh = expectedVersion == null || expectedVersion == changed.version();
        try {
            if (!fresh || !store.update(by.workspace(), changed)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw taken(changed);
        }
        log.write(by, new ChoiceChanged(changed.id(), changed.kind().stored(), false));
        return store.find(by.workspace(), changed.kind(), changed.id()).orElseThrow();
    }

    /** @throws Refusal conflict when a ticket is in the sub-status: archive it instead */
    void delete(Actor by, Choice choice) {
        by.mustHave(Permission.TAGS_MANAGE);
        try {
            store.delete(by.workspace(), choice.id());
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("in-use", "Tickets are in this sub-status; archive it instead.");
        }
        log.write(by, new ChoiceChanged(choice.id(), choice.kind().stored(), true));
    }

    private static Refusal taken(Choice choice) {
        return Refusal.conflict(
                "name-taken", "There is already a " + choice.kind().words() + " of this name.");
    }
}
