package org.fourleaf.departments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to departments: which there are, and whose tickets somebody may see. */
@Component
@Transactional(readOnly = true)
public class Departments {

    static final int REOPEN_DAYS_DEFAULT = 14;

    private final DepartmentStore store;

    Departments(DepartmentStore store) {
        this.store = store;
    }

    /** Everything for those with {@link Permission#TICKETS_ALL} and for the desk's own doings; else by membership and access. */
    public DepartmentSight seenBy(Actor by) {
        boolean all = !by.isAgent() || by.may(Permission.TICKETS_ALL);
        return new DepartmentSight(all, store.idsSeenBy(by.workspace(), all ? null : by.id()));
    }

    public List<Department> all(Actor by) {
        DepartmentSight sight = seenBy(by);
        return store.all(by.workspace()).stream()
                .filter(department -> sight.sees(department.id()))
                .toList();
    }

    public Department readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(found -> seenBy(by).sees(found.id()))
                .orElseThrow(() -> Refusal.notFound("department"));
    }

    /** By id or by name. Departments can be transferred to without being seen, so this asks for no access. */
    public Optional<UUID> find(Actor by, String reference) {
        Optional<UUID> byName = store.idByName(by.workspace(), reference);
        if (byName.isPresent()) {
            return byName;
        }
        try {
            return store.find(by.workspace(), UUID.fromString(reference)).map(Department::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an agent, whoever asks, may see a department's tickets. */
    public boolean agentSees(Actor by, UUID agent, UUID department) {
        return store.agentSees(by.workspace(), agent, department, Permission.TICKETS_ALL.stored());
    }

    /** Where a ticket goes when nobody says otherwise. */
    public UUID defaultId(Actor by) {
        return store.defaultId(by.workspace());
    }

    public Map<UUID, List<String>> namesByAgent(Actor by, Collection<UUID> agents) {
        return agents.isEmpty() ? Map.of() : store.namesByAgent(by.workspace(), agents);
    }

    /** A new department as it is before anybody edits it: open to all, reopening for two weeks. */
    public static Department named(UUID id, String name, boolean isDefault) {
        return new Department(id, name, null, DepartmentAccess.ALL, null, REOPEN_DAYS_DEFAULT, isDefault, List.of(), 1);
    }
}
