package org.fourleaf.calendars;

import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A department takes up a calendar of its own, or goes back to the default one. */
@Component
@Transactional
public class DepartmentCalendarChoosing {

    private final DepartmentCalendarStore store;
    private final Departments departments;
    private final Log log;

    DepartmentCalendarChoosing(DepartmentCalendarStore store, Departments departments, Log log) {
        this.store = store;
        this.departments = departments;
        this.log = log;
    }

    /** @param calendar none for the default one */
    public void choose(Actor by, UUID department, @Nullable UUID calendar) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        departments.readable(by, department);
        if (calendar == null) {
            store.delete(by.workspace(), department);
        } else {
            try {
                store.put(by.workspace(), department, calendar);
            } catch (DataIntegrityViolationException e) {
                // Deleted between being found and being taken up.
                throw Refusal.invalid("/calendar", "There is no such calendar.");
            }
        }
        log.write(by, new DepartmentHoursChanged(department, calendar));
    }
}
