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
    private final MemberStore members;

    AgentsDepartments(Departments departments, MemberStore members) {
        this.departments = departments;
        this.members = members;
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
            members.put(by.workspace(), department, agent, DepartmentJoining.Place.of(DepartmentRole.SOLVER, true));
        }
    }
}
