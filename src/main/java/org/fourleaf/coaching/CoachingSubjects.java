package org.fourleaf.coaching;

import java.util.Comparator;
import java.util.List;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom and which departments somebody leads, by name: whom they may write to and set goals for. */
@Component
@Transactional(readOnly = true)
class CoachingSubjects {

    record Subjects(List<PersonName> agents, List<GoalCard.Subject> departments) {

        Subjects {
            agents = List.copyOf(agents);
            departments = List.copyOf(departments);
        }
    }

    private final CoachingSight sight;
    private final Agents agents;
    private final Departments departments;

    CoachingSubjects(CoachingSight sight, Agents agents, Departments departments) {
        this.sight = sight;
        this.agents = agents;
        this.departments = departments;
    }

    Subjects of(Actor by) {
        FigureSight seen = sight.of(by);
        List<PersonName> led = seen.all()
                ? agents.atWork(by)
                : agents.names(by, seen.members()).values().stream().toList();
        return new Subjects(
                led.stream()
                        .filter(agent -> !agent.id().equals(by.id()))
                        .sorted(Comparator.comparing(PersonName::name))
                        .toList(),
                departments.all(by).stream()
                        .filter(department -> CoachingSight.leadsDepartment(seen, department.id()))
                        .sorted(Comparator.comparing(Department::name))
                        .map(department -> new GoalCard.Subject(department.id(), department.name()))
                        .toList());
    }
}
