package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.PastLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Before a department is deleted its tickets go to another, each with its transfer in the log; a hundred thousand in seconds. */
@Component
class TicketDepartmentEmptying implements DepartmentEmptying {

    private static final int PAGE = 5_000;

    private final TicketStore store;
    private final CannedMessageStore texts;
    private final PastLog log;
    private final Clock clock;

    TicketDepartmentEmptying(TicketStore store, CannedMessageStore texts, PastLog log, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Actor by, UUID department, UUID into) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        texts.moveDepartment(by.workspace(), department, into);
        for (List<TicketStore.Moved> page = store.moveSome(by, department, into, PAGE);
                !page.isEmpty();
                page = store.moveSome(by, department, into, PAGE)) {
            Instant now = clock.instant();
            log.write(
                    by,
                    page.stream()
                            .map(ticket -> log.line(transferred(by, ticket, department, into), now))
                            .toList());
        }
    }

    private static TicketTransferred transferred(Actor by, TicketStore.Moved ticket, UUID from, UUID to) {
        return new TicketTransferred(
                ticket.id(),
                by.isAgent() ? by.id() : null,
                from,
                from,
                to,
                ticket.assignee(),
                ticket.assignee(),
                ticket.channel());
    }
}
