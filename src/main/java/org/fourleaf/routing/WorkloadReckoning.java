package org.fourleaf.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.fourleaf.departments.Department;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.TicketCard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons the workload of a department as it is now. */
@Component
@Transactional(readOnly = true)
class WorkloadReckoning {

    private final WorkloadStore store;
    private final Clock clock;

    WorkloadReckoning(WorkloadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Workload of(Actor by, Department department) {
        LocalDate date = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        long today = date.toEpochDay();
        return Workload.of(
                new TicketCard.Named(department.id(), department.name()),
                store.of(by.workspace(), department.id(), today - Workload.DAYS, today),
                store.week(by.workspace(), department.id(), today - Workload.DAYS, today),
                date);
    }
}
