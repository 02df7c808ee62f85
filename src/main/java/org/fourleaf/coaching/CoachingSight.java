package org.fourleaf.coaching;

import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;

/** Who coaches whom: who sees all figures everybody, a department's leads its members. Nobody coaches themselves. */
@Component
class CoachingSight {

    private final Figures figures;
    private final Departments departments;

    CoachingSight(Figures figures, Departments departments) {
        this.figures = figures;
        this.departments = departments;
    }

    /** Whether the caller leads the agent. */
    boolean leads(Actor by, UUID agent) {
        return leads(by, figures.sight(by), agent);
    }

    /** The same of many agents, by one sight. */
    static boolean leads(Actor by, FigureSight seen, UUID agent) {
        return !agent.equals(by.id()) && (seen.all() || seen.members().contains(agent));
    }

    static boolean leadsDepartment(FigureSight seen, UUID department) {
        return seen.all() || seen.departments().contains(department);
    }

    FigureSight of(Actor by) {
        return figures.sight(by);
    }

    Set<UUID> departmentsOf(Actor by) {
        return departments.rolesOf(by, by.agentId()).keySet();
    }

    void mustLead(Actor by, UUID agent) {
        if (!leads(by, agent)) {
            throw Refusal.forbidden("permission-missing", "Only who leads an agent can do this.");
        }
    }
}
