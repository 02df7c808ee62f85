package org.fourleaf.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fourleaf.customers.Companies;
import org.fourleaf.departments.DepartmentEditing;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentImporting;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.TicketImporting;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * What lines name, found by its door or made where the format allows it, each in a transaction of its own: two imports that make the
 * same department at once don't undo each other's lines. Remembers a bounded number of answers; one for each import.
 */
final class Names {

    private static final int REMEMBERED_MAX = 10_000;

    /** Makes one for each import. */
    @Component
    record Doors(
            Departments departments,
            DepartmentEditing departmentEditing,
            Agents agents,
            Companies companies,
            TicketImporting tickets) {

        /** @param reach what whoever runs the import may do to agents; none where no agents are brought in */
        Names open(Actor by, AgentImporting.@Nullable Reach reach) {
            return new Names(this, by, reach);
        }
    }

    private final Doors doors;
    private final Actor by;
    private final AgentImporting.@Nullable Reach reach;
    private final Map<String, UUID> departments = new HashMap<>();
    private final Map<String, UUID> tags = new HashMap<>();
    private final Map<String, UUID> companies = new HashMap<>();
    private final Map<String, Agent> agents = new HashMap<>();
    private @Nullable UUID defaultDepartment;

    private Names(Doors doors, Actor by, AgentImporting.@Nullable Reach reach) {
        this.doors = doors;
        this.by = by;
        this.reach = reach;
    }

    UUID department(String name) {
        return remembered(
                departments,
                name,
                wanted -> doors.departments
                        .find(by, wanted)
                        .orElseGet(() -> made(() -> doors.departmentEditing.findOrAdd(by, wanted))));
    }

    UUID defaultDepartment() {
        if (defaultDepartment == null) {
            defaultDepartment = doors.departments.defaultId(by);
        }
        return defaultDepartment;
    }

    UUID tag(String name) {
        return remembered(tags, name, wanted -> made(() -> doors.tickets.tag(by, wanted)));
    }

    UUID company(String name) {
        return remembered(
                companies,
                name,
                wanted -> made(() -> doors.companies.findOrAdd(by, wanted).id()));
    }

    /** @throws BadLine naming the field, when there is no such agent */
    Agent agent(String reference, String field) {
        String key = reference.toLowerCase(Locale.ROOT);
        Agent known = agents.get(key);
        if (known == null) {
            known = doors.agents.find(by, reference).orElseThrow(() -> BadLine.at(field, "There is no such agent."));
            remember(agents, key, known);
        }
        return known;
    }

    @Nullable
    Agent agentOrNull(@Nullable String reference, String field) {
        return reference == null ? null : agent(reference, field);
    }

    AgentImporting.Reach reach() {
        return Objects.requireNonNull(reach);
    }

    /** An agent by e-mail who need not be here. */
    Optional<Agent> agentIfHere(String email) {
        return doors.agents.find(by, email);
    }

    private static UUID remembered(Map<String, UUID> known, String name, Function<String, UUID> finding) {
        String key = Texts.key(name);
        UUID id = known.get(key);
        if (id == null) {
            id = finding.apply(name);
            remember(known, key, id);
        }
        return id;
    }

    private static <T> void remember(Map<String, T> known, String key, T value) {
        if (known.size() >= REMEMBERED_MAX) {
            known.clear();
        }
        known.put(key, value);
    }

    /** Somebody else may be making it at this moment: then the second try finds it. */
    private static UUID made(Supplier<UUID> making) {
        try {
            return making.get();
        } catch (Refusal | DataIntegrityViolationException e) {
            return making.get();
        }
    }
}
