package org.fourleaf.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings agents in, without a password and without telling them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AgentImporting {

    private static final String LANGUAGE_DEFAULT = "en";
    private static final String THEME_DEFAULT = "system";

    /** An agent as another desk knows it. What is none stays as it is here. @param role a role's name */
    public record Arriving(
            UUID id,
            String email,
            String name,
            @Nullable String alias,
            @Nullable String role,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable List<String> languages,
            @Nullable List<String> skills,
            @Nullable Boolean active) {}

    private final AgentStore agents;
    private final RoleStore roles;
    private final Log log;
    private final Clock clock;

    AgentImporting(AgentStore agents, RoleStore roles, Log log, Clock clock) {
        this.agents = agents;
        this.roles = roles;
        this.log = log;
        this.clock = clock;
    }

    /** Whether an agent may bring owners: only an owner may. */
    public boolean isOwner(Actor by) {
        return by.id() != null
                && agents.find(by.workspace(), by.id()).map(Agent::isOwner).orElse(false);
    }

    /**
     * Adds the agent or, when the id is here, changes it. An owner keeps role and address: no file takes the desk away from them.
     *
     * @return whether anything changed
     * @throws Refusal invalid when there is no such role, or another agent has the address
     */
    public boolean put(Actor by, Arriving arriving) {
        Optional<Agent> was = agents.find(by.workspace(), arriving.id());
        boolean taken = agents.findByEmail(by.workspace(), arriving.email())
                .filter(other -> !other.id().equals(arriving.id()))
                .isPresent();
        if (taken) {
            throw Refusal.invalid("/email", "Another agent has this address.");
        }
        if (was.isPresent()) {
            return change(by, was.get(), arriving);
        }
        add(by, arriving);
        return true;
    }

    private void add(Actor by, Arriving arriving) {
        Role role = role(by, arriving.role() == null ? BuiltInRole.AGENT.stored() : arriving.role());
        boolean active = !Boolean.FALSE.equals(arriving.active());
        Agent agent = new Agent(
                arriving.id(),
                arriving.email(),
                arriving.name(),
                arriving.alias(),
                role.name(),
                either(arriving.language(), LANGUAGE_DEFAULT),
                THEME_DEFAULT,
                arriving.timeZone(),
                null,
                either(arriving.languages(), List.of()),
                either(arriving.skills(), List.of()),
                active,
                clock.instant(),
                1);
        agents.insert(by.workspace(), agent, role.id());
        if (!active) {
            agents.update(by.workspace(), agent, role.id());
        }
        log.write(by, new AgentAdded(agent.id(), role.id()));
    }

    private boolean change(Actor by, Agent was, Arriving arriving) {
        Role role = role(by, was.isOwner() || arriving.role() == null ? was.role() : arriving.role());
        Agent now = new Agent(
                was.id(),
                was.isOwner() ? was.email() : arriving.email(),
                arriving.name(),
                arriving.alias() == null ? was.alias() : arriving.alias(),
                role.name(),
                either(arriving.language(), was.language()),
                was.theme(),
                arriving.timeZone() == null ? was.timeZone() : arriving.timeZone(),
                was.signatureHtml(),
                either(arriving.languages(), was.languages()),
                either(arriving.skills(), was.skills()),
                was.isOwner() || either(arriving.active(), was.active()),
                was.createdAt(),
                was.version());
        if (now.equals(was)) {
            return false;
        }
        agents.update(by.workspace(), now, role.id());
        log.write(by, new AgentChanged(was.id(), List.of("import")));
        return true;
    }

    private Role role(Actor by, String name) {
        return roles.byName(by.workspace(), name)
                .orElseThrow(() -> Refusal.invalid("/role", "There is no role of this name."));
    }

    private static <T> T either(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
