package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What a department may send from; implemented by the module that owns mailboxes. */
public interface OutgoingMailboxes {

    boolean has(Actor by, UUID mailbox);
}
