package org.fourleaf.email;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.TicketPurge;
import org.springframework.stereotype.Component;

/** The raw mails of purged tickets go with them. */
@Component
class MailPurge implements TicketPurge {

    private final IntakeStore store;

    MailPurge(IntakeStore store) {
        this.store = store;
    }

    @Override
    public List<byte[]> purge(UUID workspace, Collection<UUID> intakes) {
        return intakes.isEmpty() ? List.of() : store.delete(workspace, intakes);
    }
}
