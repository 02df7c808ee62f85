package org.fourleaf.badges;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.FigureFilter;
import org.jspecify.annotations.Nullable;

/**
 * Who competes for a badge, and by which of their work.
 *
 * @param department whose members compete; none for the whole workspace
 * @param filter of the work; it names no agents
 */
record BadgeReach(BadgeScope scope, @Nullable UUID department, FigureFilter filter) {

    static final BadgeReach EVERYBODY = new BadgeReach(BadgeScope.WORKSPACE, null, FigureFilter.EVERYTHING);

    /** What counts: of a department's badge only what was done there. */
    FigureFilter counted() {
        return scope == BadgeScope.DEPARTMENT && department != null
                ? new FigureFilter(Set.of(), Set.of(department), filter.channels(), filter.tag())
                : filter;
    }
}
