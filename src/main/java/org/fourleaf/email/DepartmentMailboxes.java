package org.fourleaf.email;

import java.util.UUID;
import org.fourleaf.departments.OutgoingMailboxes;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Tells departments which mailboxes they may send from: those that are not deleted. */
@Component
class DepartmentMailboxes implements OutgoingMailboxes {

    private final Mailboxes mailboxes;

    DepartmentMailboxes(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public boolean has(Actor by, UUID mailbox) {
        return mailboxes.all(by).stream().anyMatch(known -> known.id().equals(mailbox));
    }
}
