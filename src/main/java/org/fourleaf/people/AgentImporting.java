package org.fourleaf.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final AgentAccess access;
    private final SkillEditing skills;
    private final ErasedAddressStore erasures;
    private final Log log;
    private final Clock clock;

    AgentImporting(
            AgentStore agents,
            RoleStore roles,
            AgentAccess access,
            SkillEditing skills,
            ErasedAddressStore erasures,
            Log log,
            Clock clock) {
        this.agents = agents;
        this.roles = roles;
        this.access = access;
        this.skills = skills;
        this.erasures = erasures;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What whoever runs an import may do to agents.
     *
     * @param roles those that allow nothing their own does not
     * @param narrowed by a token that was given less than all: then no role and no address of an agent changes
     */
    public record Reach(Set<String> roles, boolean narrowed) {

        private static final String FOR_ANYBODY = BuiltInRole.AGENT.stored();

        public Reach {
            roles = Set.copyOf(roles);
        }

        boolean covers(String role) {
            return roles.contains(role);
        }

        boolean mayGive(String role) {
            return narrowed ? role.equals(FOR_ANYBODY) : covers(role);
        }
    }

    /** For Fourleaf's own invented agents: any role but the owner's. */
    public Reach reachOfTheDemonstration() {
        return new Reach(
                Stream.of(BuiltInRole.values())
                        .filter(role -> role != BuiltInRole.OWNER)
                        .map(BuiltInRole::stored)
                        .collect(Collectors.toSet()),
                false);
    }

    public Reach reach(Actor by, boolean narrowed) {
        Role own = agents.find(by.workspace(), by.agentId())
                .flatMap(agent -> roles.byName(by.workspace(), agent.role()))
                .orElseThrow(() -> Refusal.notFound("agent"));
        return new Reach(
                roles.all(by.workspace()).stream()
                        .filter(role -> role.isWithin(own) && (!role.isOwner() || own.isOwner()))
                        .map(Role::name)
                        .collect(Collectors.toSet()),
                narrowed);
    }

    /**
     * Adds the agent or, when the id is here, changes it. An owner, and whoever may do more than
     * the one who imports, keeps role, address and place: no file takes the desk away from them.
     *
     * @return whether anything changed
     * @throws Refusal invalid when there is no such role, another agent has the address, or who had it was erased
     */
    public boolean put(Actor by, Arriving arriving, Reach reach) {
        Optional<Agent> was = agents.find(by.workspace(), arriving.id());
        boolean taken = agents.findByEmail(by.workspace(), arriving.email())
                .filter(other -> !other.id().equals(arriving.id()))
                .isPresent();
        if (taken) {
            throw Refusal.invalid("/email", "Another agent has this address.");
        }
        if (was.isPresent()) {
            return change(by, was.get(), arriving, reach);
        }
        add(by, arriving, reach);
        return true;
    }

    private void add(Actor by, Arriving arriving, Reach reach) {
        Role role = role(by, arriving.role() == null ? BuiltInRole.AGENT.stored() : arriving.role());
        if (arriving.role() != null && !reach.mayGive(role.name())) {
            throw notGivable();
        }
        if (erasures.isErased(by.workspace(), arriving.email())) {
            throw erased();
        }
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
                skills.listed(by, either(arriving.skills(), List.of())),
                active,
                null,
                clock.instant(),
                1);
        agents.insert(by.workspace(), agent, role.id());
        if (!active) {
            agents.update(by.workspace(), agent, role.id());
        }
        log.write(by, new AgentAdded(agent.id(), role.id()));
    }

    private boolean change(Actor by, Agent was, Arriving arriving, Reach reach) {
        boolean kept = was.isOwner() || !reach.covers(was.role());
        Role role = role(by, kept || arriving.role() == null ? was.role() : arriving.role());
        boolean newRole = !role.name().equals(was.role());
        if (newRole && (reach.narrowed() || !reach.covers(role.name()))) {
            throw notGivable();
        }
        if (!kept && reach.narrowed() && !arriving.email().equals(was.email())) {
            throw Refusal.invalid("/email", "A token with scopes, addresses or an expiry changes no addresses.");
        }
        Agent now = new Agent(
                was.id(),
                kept ? was.email() : arriving.email(),
                arriving.name(),
                arriving.alias() == null ? was.alias() : arriving.alias(),
                role.name(),
                either(arriving.language(), was.language()),
                was.theme(),
                arriving.timeZone() == null ? was.timeZone() : arriving.timeZone(),
                was.signatureHtml(),
                either(arriving.languages(), was.languages()),
                arriving.skills() == null ? was.skills() : skills.listed(by, arriving.skills()),
                kept ? was.active() : either(arriving.active(), was.active()),
                was.erasedAt(),
                was.createdAt(),
                was.version());
        if (now.equals(was)) {
            return false;
        }
        if (was.erasedAt() != null) {
            throw erased();
        }
        agents.update(by.workspace(), now, role.id());
        if (was.active() && !now.active()) {
            access.end(by, was.id());
            log.write(by, new AgentDeactivated(was.id()));
        }
        log.write(by, new AgentChanged(was.id(), List.of("import")));
        return true;
    }

    private Role role(Actor by, String name) {
        return roles.byName(by.workspace(), name)
                .orElseThrow(() -> Refusal.invalid("/role", "There is no role of this name."));
    }

    private static Refusal notGivable() {
        return Refusal.invalid("/role", "Whoever runs this import can't give this role.");
    }

    private static Refusal erased() {
        return Refusal.invalid("/email", "Who had this address was erased here. If they came back, add them by hand.");
    }

    private static <T> T either(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
