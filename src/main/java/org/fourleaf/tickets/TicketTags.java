package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to tags by name, for whoever keeps tags to put on tickets later. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TicketTags {

    private final TagStore store;

    TicketTags(TagStore store) {
        this.store = store;
    }

    /** The tag of this name; one not known yet is made. @throws Refusal invalid at {@code /tags} for one that is too long */
    public UUID named(Actor by, String name) {
        String line = Texts.line(name);
        if (line.isEmpty() || line.length() > Limits.NAME_LENGTH_MAX) {
            throw Refusal.invalid("/tags", "A tag has 1 to " + Limits.NAME_LENGTH_MAX + " characters.");
        }
        return store.findOrInsert(by.workspace(), line);
    }
}
