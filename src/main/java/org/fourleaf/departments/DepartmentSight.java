package org.fourleaf.departments;

import java.util.List;
import java.util.UUID;

/**
 * The departments whose tickets somebody may see.
 *
 * @param all sees every department, so lists need no condition on it
 * @param ids all of them, also when {@code all}
 */
public record DepartmentSight(boolean all, List<UUID> ids) {

    public DepartmentSight {
        ids = List.copyOf(ids);
    }

    public boolean sees(UUID department) {
        return all || ids.contains(department);
    }
}
