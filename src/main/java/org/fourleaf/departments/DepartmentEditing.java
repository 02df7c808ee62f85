package org.fourleaf.departments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and deletes departments. */
@Component
@Transactional
public class DepartmentEditing {

    private final DepartmentStore store;
    private final Log log;
    private final List<DepartmentEmptying> emptyings;
    private final List<OutgoingMailboxes> mailboxes;

    DepartmentEditing(
            DepartmentStore store, Log log, List<DepartmentEmptying> emptyings, List<OutgoingMailboxes> mailboxes) {
        this.store = store;
        this.log = log;
        this.emptyings = emptyings;
        this.mailboxes = mailboxes;
    }

    /** @throws Refusal conflict when the name is taken */
    public UUID add(Actor by, Department wanted) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        mailboxMustExist(by, wanted);
        try {
            store.insert(by.workspace(), wanted);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new DepartmentChanged(wanted.id(), true));
        return wanted.id();
    }

    /** Finds a department by its name or makes one with the defaults: for imports and first choices. */
    public UUID findOrAdd(Actor by, String name) {
        return store.idByName(by.workspace(), name)
                .orElseGet(() -> add(by, Departments.named(Ids.next(), name, false)));
    }

    /** @throws Refusal stale, or conflict when the name is taken */
    public void change(Actor by, Department changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        if (expectedVersion != null && expectedVersion != changed.version()) {
            throw Refusal.stale();
        }
        mailboxMustExist(by, changed);
        try {
            if (!store.update(by.workspace(), changed, changed.version())) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new DepartmentChanged(changed.id(), false));
    }

    /** Everything in it moves to another department, which must be named: nothing is lost with a department. */
    public void delete(Actor by, UUID id, @Nullable UUID into) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        Department doomed = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("department"));
        UUID target = Optional.ofNullable(into)
                .orElseThrow(() -> Refusal.invalid("move_to", "Say which department its tickets go to."));
        if (target.equals(id) || store.find(by.workspace(), target).isEmpty()) {
            throw Refusal.invalid("move_to", "Tickets must move to another existing department.");
        }
        // In the order of ids, so that two who delete each other's target come one after the other.
        Stream.of(id, target).sorted().forEach(each -> store.lock(by.workspace(), each));
        if (store.find(by.workspace(), id).isEmpty()
                || store.find(by.workspace(), target).isEmpty()) {
            throw Refusal.conflict("department-gone", "One of the two departments was deleted meanwhile.");
        }
        emptyings.forEach(emptying -> emptying.empty(by, id, target));
        if (doomed.isDefault()) {
            store.makeDefault(by.workspace(), target);
        }
        store.delete(by.workspace(), id, target);
        log.write(by, new DepartmentDeleted(id, target));
    }

    private void mailboxMustExist(Actor by, Department wanted) {
        UUID mailbox = wanted.mailbox();
        if (mailbox != null && mailboxes.stream().noneMatch(known -> known.has(by, mailbox))) {
            throw Refusal.invalid("/mailbox", "There is no such mailbox.");
        }
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a department of this name.");
    }
}
