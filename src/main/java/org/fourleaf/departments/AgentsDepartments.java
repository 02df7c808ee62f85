package org.fourleaf.departments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.AgentDepartments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;

/** Tells the people module which departments an agent is in, and puts new agents into theirs. */
@Component
class AgentsDepartments implements AgentDepartments {

    private final Departments departments;
    private final DepartmentStore store;

    AgentsDepartments(Departments departments, DepartmentStore store) {
        this.departments = departments;
        this.store = store;
    }

    @Override
    public Map<UUID, List<String>> namesOf(Actor by, Collection<UUID> agents) {
        return departments.namesByAgent(by, agents);
    }

    @Override
    public void join(Actor by, UUID agent, List<String> names) {
        for (String name : names) {
            UUID department = departments
                    .find(by, name)
                    .orElseThrow(() -> Refusal.invalid("/departments", "There is no department " + name + "."));
            store.putMember(by.workspace(), department, agent, DepartmentRole.SOLVER, true);
        }
    }
}
