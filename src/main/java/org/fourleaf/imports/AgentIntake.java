package org.fourleaf.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.DepartmentJoining;
import org.fourleaf.departments.DepartmentRole;
import org.fourleaf.departments.Departments;
import org.fourleaf.imports.ImportKeyStore.Claim;
import org.fourleaf.imports.ImportKeyStore.Claimed;
import org.fourleaf.imports.ImportKeyStore.Standing;
import org.fourleaf.people.Agent;
import org.fourleaf.people.AgentImporting;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines that are agents. One whose address is here already is that agent. Departments in a line are joined, none is left. */
@Component
class AgentIntake implements Intake {

    private static final int LANGUAGES_MAX = 20;
    private static final int SKILLS_MAX = 100;
    private static final int WORD_LENGTH_MAX = 100;

    private record Wanted(
            String email,
            String name,
            @Nullable String alias,
            @Nullable String role,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable List<String> languages,
            @Nullable List<String> skills,
            @Nullable Boolean active,
            Map<String, UUID> departments) {

        AgentImporting.Arriving withId(UUID id) {
            return new AgentImporting.Arriving(
                    id, email, name, alias, role, language, timeZone, languages, skills, active);
        }
    }

    private final ImportKeyStore keys;
    private final AgentImporting agents;
    private final Departments departments;
    private final DepartmentJoining joining;

    AgentIntake(ImportKeyStore keys, AgentImporting agents, Departments departments, DepartmentJoining joining) {
        this.keys = keys;
        this.agents = agents;
        this.departments = departments;
        this.joining = joining;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.AGENTS;
    }

    @Override
    public Runnable prepare(Actor by, Names names, List<Line> chunk, Tally tally) {
        List<Read<Wanted>> wanted = Intake.read(chunk, tally, line -> read(line.fields(), names));
        return () -> write(by, names, wanted, tally);
    }

    private static Wanted read(Fields fields, Names names) {
        String email = fields.email("email");
        String name = fields.lineOrNull("name", Limits.NAME_LENGTH_MAX);
        Wanted wanted = new Wanted(
                email,
                name == null ? email.substring(0, email.indexOf('@')) : name,
                fields.lineOrNull("alias", Limits.NAME_LENGTH_MAX),
                fields.lineOrNull("role", Limits.NAME_LENGTH_MAX),
                fields.languageOrNull("language"),
                fields.zoneOrNull("time_zone"),
                fields.linesOrNull("languages", WORD_LENGTH_MAX, LANGUAGES_MAX),
                fields.linesOrNull("skills", WORD_LENGTH_MAX, SKILLS_MAX),
                fields.flagOrNull("active"),
                new HashMap<>());
        List<String> named = fields.linesOrNull("departments", Limits.NAME_LENGTH_MAX, Limits.LIST_SIZE_MAX);
        fields.nothingElse();
        if (named != null) {
            named.forEach(department -> wanted.departments.put(Texts.key(department), names.department(department)));
        }
        return wanted;
    }

    private void write(Actor by, Names names, List<Read<Wanted>> wanted, Tally tally) {
        List<Claim> claims = new ArrayList<>();
        Map<String, UUID> ids = new HashMap<>();
        for (Read<Wanted> read : wanted) {
            UUID id = ids.computeIfAbsent(
                    read.value().email,
                    email -> names.agentIfHere(email).map(Agent::id).orElseGet(Ids::next));
            claims.add(new Claim(read.line().externalId(), id, read.line().fingerprint()));
        }
        Map<String, Claimed> claimed = keys.claim(by.workspace(), ImportKeyStore.Kind.AGENT, claims);
        for (Read<Wanted> read : wanted) {
            Claimed key = claimed.get(read.line().externalId());
            if (key == null || key.standing() == Standing.UNCHANGED) {
                tally.unchanged(1);
            } else {
                boolean changed = agents.put(by, read.value().withId(key.id()), names.reach());
                changed |= join(by, key.id(), read.value().departments);
                tally.imported(changed ? 1 : 0);
                tally.unchanged(changed ? 0 : 1);
            }
        }
    }

    private boolean join(Actor by, UUID agent, Map<String, UUID> wanted) {
        Map<String, UUID> missing = new HashMap<>(wanted);
        departments
                .namesByAgent(by, List.of(agent))
                .getOrDefault(agent, List.of())
                .forEach(name -> missing.remove(Texts.key(name)));
        missing.values().forEach(department -> joining.join(by, department, agent, DepartmentRole.SOLVER, true));
        return !missing.isEmpty();
    }
}
