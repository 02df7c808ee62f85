package org.fourleaf.departments;

import java.util.List;
import org.fourleaf.people.AgentTie;
import org.fourleaf.people.AgentTies;
import org.springframework.stereotype.Component;

/** Of an erased member the place stays, for boards and figures of the department. */
@Component
class DepartmentTies implements AgentTies {

    @Override
    public List<AgentTie> ties() {
        return List.of(AgentTie.unset("department_member", "agent_id", "signature_html"));
    }
}
