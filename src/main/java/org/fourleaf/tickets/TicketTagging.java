package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts tags on tickets and takes them off; a name not known yet becomes a tag. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TicketTagging {

    static final int TAGS_PER_TICKET_MAX = 100;

    private final TagStore store;
    private final Log log;

    TicketTagging(TagStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    void add(Actor by, Ticket ticket, List<String> names) {
        if (!names.isEmpty()) {
            Set<UUID> wanted = new LinkedHashSet<>(store.of(by.workspace(), ticket.id()));
            wanted.addAll(ids(by, names));
            become(by, ticket, wanted);
        }
    }

    void set(Actor by, Ticket ticket, List<String> names) {
        become(by, ticket, ids(by, names));
    }

    private Set<UUID> ids(Actor by, List<String> names) {
        Set<UUID> ids = new LinkedHashSet<>();
        // In one order everywhere, the one in which tags are merged: nobody waits in a circle.
        for (String name :
                names.stream().sorted(Comparator.comparing(Texts::key)).toList()) {
            String line = Texts.line(name);
            if (line.isEmpty() || line.length() > Limits.NAME_LENGTH_MAX) {
                throw Refusal.invalid("/tags", "A tag has 1 to " + Limits.NAME_LENGTH_MAX + " characters.");
            }
            ids.add(store.findOrInsert(by.workspace(), line));
        }
        return ids;
    }

    private void become(Actor by, Ticket ticket, Set<UUID> wanted) {
        if (wanted.size() > TAGS_PER_TICKET_MAX) {
            throw Refusal.invalid("/tags", "A ticket wears at most " + TAGS_PER_TICKET_MAX + " tags.");
        }
        List<UUID> before = store.of(by.workspace(), ticket.id());
        UUID agent = by.isAgent() ? by.id() : null;
        for (UUID tag : wanted) {
            if (!before.contains(tag)) {
                store.put(by.workspace(), ticket, tag);
                log.write(
                        by,
                        new TicketTagged(
                                ticket.id(),
                                agent,
                                ticket.department(),
                                ticket.channel().code(),
                                tag));
            }
        }
        List<UUID> gone = new ArrayList<>(before);
        gone.removeAll(wanted);
        if (!gone.isEmpty()) {
            store.remove(by.workspace(), ticket.id(), gone);
            gone.forEach(tag -> log.write(by, new TicketUntagged(ticket.id(), agent, ticket.department(), tag)));
        }
    }
}
