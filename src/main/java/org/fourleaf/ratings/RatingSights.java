package org.fourleaf.ratings;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.DepartmentRole;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells who sees whose ratings. */
@Component
@Transactional(readOnly = true)
class RatingSights {

    private final Departments departments;

    RatingSights(Departments departments) {
        this.departments = departments;
    }

    RatingSight of(Actor by) {
        if (!by.isAgent()) {
            return new RatingSight(true, true, null, List.of());
        }
        boolean manages = by.may(Permission.RATINGS_MANAGE);
        List<UUID> led = departments.rolesOf(by, by.agentId()).entrySet().stream()
                .filter(entry -> entry.getValue() == DepartmentRole.LEAD)
                .map(Map.Entry::getKey)
                .toList();
        return new RatingSight(manages || by.may(Permission.REPORTS_ALL), manages, by.agentId(), led);
    }
}
