package org.fourleaf.calendars;

import java.util.UUID;
import org.fourleaf.departments.DepartmentEmptying;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** A department that is deleted keeps no calendar; the one its tickets go to keeps its own. */
@Component
class CalendarDepartmentEmptying implements DepartmentEmptying {

    private final DepartmentCalendarStore store;

    CalendarDepartmentEmptying(DepartmentCalendarStore store) {
        this.store = store;
    }

    @Override
    public void empty(Actor by, UUID department, UUID into) {
        store.delete(by.workspace(), department);
    }
}
