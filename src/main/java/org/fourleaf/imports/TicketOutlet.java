package org.fourleaf.imports;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.fourleaf.imports.TicketOutletQuery.Found;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Tickets with their messages as lines, oldest first; one thread in memory at a time. Files are not in the format and stay here. */
@Component
class TicketOutlet implements Outlet {

    private static final UUID BEFORE_ALL_IDS = new UUID(0, 0);

    private final TicketOutletQuery query;

    TicketOutlet(TicketOutletQuery query) {
        this.query = query;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TICKETS;
    }

    @Override
    public void write(Actor by, Range range, Sink sink) throws IOException {
        List<Found> page = query.page(by.workspace(), BEFORE_ALL_IDS);
        while (!page.isEmpty()) {
            for (Found ticket : page) {
                ticket.line().putArray("messages").addAll(query.messages(by.workspace(), ticket.id()));
                sink.line(ticket.line());
            }
            page = query.page(by.workspace(), page.getLast().id());
        }
    }
}
