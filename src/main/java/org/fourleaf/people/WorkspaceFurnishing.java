package org.fourleaf.people;

import org.fourleaf.platform.Actor;

/**
 * What a module above puts into a new workspace: departments the first department, email its mailbox, tickets the canned messages.
 * Called in the transaction that makes the workspace, in {@code @Order}.
 */
public interface WorkspaceFurnishing {

    void furnish(Actor owner, FirstChoices choices);
}
