package org.fourleaf.email;

import org.fourleaf.departments.Departments;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new workspace's first mailbox, if one was named: its mail goes to the first department. */
@Component
@Order(3)
class MailboxFurnishing implements WorkspaceFurnishing {

    private final MailboxEditing editing;
    private final Departments departments;

    MailboxFurnishing(MailboxEditing editing, Departments departments) {
        this.editing = editing;
        this.departments = departments;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        String address = choices.mailboxAddress();
        if (address != null) {
            editing.add(owner, address, choices.mailboxName(), departments.defaultId(owner));
        }
    }
}
