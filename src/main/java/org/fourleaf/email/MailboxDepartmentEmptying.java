package org.fourleaf.email;

import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** The mail of a department that is deleted goes where its tickets go. */
@Component
class MailboxDepartmentEmptying implements DepartmentEmptying {

    private final MailboxStore store;

    MailboxDepartmentEmptying(MailboxStore store) {
        this.store = store;
    }

    @Override
    public void empty(Actor by, UUID department, UUID into) {
        store.moveDepartment(by.workspace(), department, into);
    }
}
