package org.fourleaf.tickets;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Before a department is deleted its tickets go to another, each with its transfer in the log. */
@Component
class TicketDepartmentEmptying implements DepartmentEmptying {

    private static final int PAGE = 500;

    private final TicketStore store;
    private final Transitions transitions;
    private final Clock clock;

    TicketDepartmentEmptying(TicketStore store, Transitions transitions, Clock clock) {
        this.store = store;
        this.transitions = transitions;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Actor by, UUID department, UUID into) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        for (List<Ticket> page = store.lockSome(by.workspace(), department, PAGE);
                !page.isEmpty();
                page = store.lockSome(by.workspace(), department, PAGE)) {
            for (Ticket ticket : page) {
                store.update(
                        by.workspace(), ticket, transitions.move(by, ticket, into, ticket.assignee(), clock.instant()));
            }
        }
    }
}
