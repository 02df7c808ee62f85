package org.fourleaf.reports;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.jspecify.annotations.Nullable;

/**
 * A report somebody keeps.
 *
 * @param everyone shared with all
 * @param agents shared with these, like the members of {@code departments}; it never shows anybody figures they may not see
 * @param nextAt when it goes out by mail next
 */
record SavedReport(
        UUID id,
        String name,
        UUID owner,
        boolean everyone,
        List<UUID> agents,
        List<UUID> departments,
        ReportDefinition definition,
        @Nullable ReportSchedule schedule,
        @Nullable Instant nextAt,
        long version) {

    static final int SHARED_WITH_MAX = 100;

    SavedReport {
        agents = List.copyOf(agents);
        departments = List.copyOf(departments);
    }

    /** Its owner, and for what others find, whoever sees all reports. */
    boolean isEditableBy(Actor by) {
        return owner.equals(by.id()) || (isShared() && by.may(Permission.REPORTS_ALL));
    }

    boolean isShared() {
        return everyone || !agents.isEmpty() || !departments.isEmpty();
    }

    boolean isFor(UUID agent, Set<UUID> memberOf) {
        return owner.equals(agent)
                || everyone
                || agents.contains(agent)
                || departments.stream().anyMatch(memberOf::contains);
    }
}
