/**
 * Business hours: when a desk is open, and what follows from it in seconds. The arithmetic ({@link org.fourleaf.calendars.BusinessHours})
 * is pure; beside it the workspace's calendars, which department keeps which, and holidays in and out as iCalendar. Owns
 * {@code business_hours} and {@code department_calendar}; publishes administrative facts; others come in by
 * {@link org.fourleaf.calendars.BusinessCalendars}.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "departments"})
@NullMarked
package org.fourleaf.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
