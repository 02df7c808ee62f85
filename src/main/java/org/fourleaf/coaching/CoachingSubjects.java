package org.fourleaf.coaching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom and which departments somebody leads, by name: whom they may write to and set goals for. */
@Component
@Transactional(readOnly = true)
class CoachingSubjects {

    private static final int AGENTS_MAX = 2_000;

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
                ? atWork(by)
                : agents.names(by, seen.members()).values().stream().toList();
        return new Subjects(
                led.stream()
                        .filter(agent -> !agent.id().equals(by.id()))
                        .sorted(Comparator.comparing(PersonName::name))
                        .toList(),
                departments.all(by).stream()
                        .filter(department -> leads(seen, department.id()))
                        .sorted(Comparator.comparing(Department::name))
                        .map(department -> new GoalCard.Subject(department.id(), department.name()))
                        .toList());
    }

    private static boolean leads(FigureSight seen, UUID department) {
        return seen.all() || seen.departments().contains(department);
    }

    private List<PersonName> atWork(Actor by) {
        List<PersonName> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Agent> page = agents.page(by, true, new Slice(Limits.PAGE_SIZE_MAX, cursor));
            page.items().forEach(agent -> found.add(agent.named()));
            cursor = page.next();
        } while (cursor != null && found.size() < AGENTS_MAX);
        return found;
    }
}
