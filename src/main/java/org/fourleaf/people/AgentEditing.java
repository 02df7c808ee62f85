package org.fourleaf.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and deactivates agents. Owners are made and unmade by owners only, and one always remains. */
@Component
@Transactional
public class AgentEditing {

    private final AgentStore store;
    private final RoleStore roles;
    private final AgentAccess access;
    private final SkillEditing skills;
    private final WorkspaceStore workspaces;
    private final PresenceChanging presence;
    private final ErasedAddressStore erasures;
    private final List<AgentLeaving> leavings;
    private final Log log;

    AgentEditing(
            AgentStore store,
            RoleStore roles,
            AgentAccess access,
            SkillEditing skills,
            WorkspaceStore workspaces,
            PresenceChanging presence,
            ErasedAddressStore erasures,
            List<AgentLeaving> leavings,
            Log log) {
        this.store = store;
        this.roles = roles;
        this.access = access;
        this.skills = skills;
        this.workspaces = workspaces;
        this.presence = presence;
        this.erasures = erasures;
        this.leavings = leavings;
        this.log = log;
    }

    /**
     * Without a password: for imports, which invite nobody.
     *
     * @throws Refusal conflict when the address is taken, or who had it was erased and no person adds them
     */
    public Agent add(Actor by, Agent agent) {
        return add(by, agent, null);
    }

    Agent add(Actor by, Agent wanted, @Nullable String password) {
        by.mustHave(Permission.AGENTS_MANAGE);
        Agent agent = wanted.withSkills(skills.listed(by, wanted.skills()));
        Role role = role(by, agent.role());
        if (role.isOwner()) {
            mustBeOwner(by);
        }
        RoleEditing.mustBeWithin(by, role, store, roles);
        // Only a person says that somebody erased came back: no provider's list, and nothing else of itself.
        if (by.isAgent()) {
            erasures.forget(by.workspace(), agent.email());
        } else if (erasures.isErased(by.workspace(), agent.email())) {
            throw erased();
        }
        try {
            store.insert(by.workspace(), agent, role.id());
        } catch (DuplicateKeyException e) {
            throw emailTaken();
        } catch (DataIntegrityViolationException e) {
            throw roleGone();
        }
        if (password != null) {
            access.givePassword(by, agent.id(), password, "/password");
        }
        log.write(by, new AgentAdded(agent.id(), role.id()));
        return found(by, agent);
    }

    /** @throws Refusal stale, or conflict when the address is taken or no owner would remain */
    public Agent change(Actor by, Agent was, Agent wanted, @Nullable Long expectedVersion) {
        checkMayEdit(by, was);
        Role role = role(by, wanted.role());
        if (role.isOwner()) {
            mustBeOwner(by);
        }
        if (!wanted.role().equals(was.role())) {
            RoleEditing.mustBeWithin(by, role, store, roles);
        }
        return save(by, was, wanted, expectedVersion);
    }

    /** Signed out everywhere, gone from To solve and routing; what they did stays theirs. @param handover none to leave their tickets theirs */
    Agent deactivate(Actor by, Agent was, Agent wanted, @Nullable Handover handover, @Nullable Long expectedVersion) {
        checkMayEdit(by, was);
        if (was.isOwner()) {
            workspaces.lock(by.workspace());
        }
        if (handover != null && handover.to() != null) {
            // Who is just leaving inherits nothing: the two who hand over to each other come one after the other.
            store.lock(by.workspace(), List.of(was.id(), handover.to()));
            mustBeHeir(by, was, handover.to());
        }
        Agent gone = change(by, was, wanted, expectedVersion);
        leavings.forEach(leaving -> leaving.leave(by, was.id(), handover));
        return gone;
    }

    private void mustBeHeir(Actor by, Agent leaving, UUID heir) {
        if (heir.equals(leaving.id())
                || store.find(by.workspace(), heir).filter(Agent::active).isEmpty()) {
            throw Refusal.invalid("/tickets/to", "Tickets can be handed over to another active agent only.");
        }
    }

    /** Whether somebody may look after this agent's access. @throws Refusal forbidden, or conflict once they are erased */
    public void checkMayEdit(Actor by, Agent agent) {
        by.mustHave(Permission.AGENTS_MANAGE);
        if (agent.erasedAt() != null) {
            throw erased();
        }
        if (agent.isOwner()) {
            mustBeOwner(by);
        }
        RoleEditing.mustBeWithin(by, role(by, agent.role()), store, roles);
    }

    /** An agent writes their own name as they come in. */
    public void rename(Actor by, Agent was, String name) {
        if (!name.equals(was.name())) {
            changeSelf(by, was, was.withName(name));
        }
    }

    /** What every agent may change of themselves. */
    Agent changeSelf(Actor by, Agent was, Agent wanted) {
        return save(by, was, wanted, null);
    }

    private Agent save(Actor by, Agent was, Agent asked, @Nullable Long expectedVersion) {
        Agent wanted =
                asked.skills().equals(was.skills()) ? asked : asked.withSkills(skills.listed(by, asked.skills()));
        boolean stays = wanted.active() && wanted.role().equals(was.role());
        if (was.isOwner() && was.active() && !stays) {
            mustLeaveAnOwner(by);
        }
        boolean fresh = expectedVersion == null || expectedVersion == was.version();
        try {
            if (!fresh
                    || !store.update(
                            by.workspace(), wanted, role(by, wanted.role()).id())) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw emailTaken();
        } catch (DataIntegrityViolationException e) {
            throw roleGone();
        }
        if (was.active() && !wanted.active()) {
            access.end(by, was.id());
            presence.leave(by, was.id());
            log.write(by, new AgentDeactivated(was.id()));
        }
        List<String> fields = changed(was, wanted);
        if (!fields.isEmpty()) {
            log.write(by, new AgentChanged(was.id(), fields));
        }
        return found(by, was);
    }

    /** Two owners who unmake each other at the same moment come one after the other. */
    private void mustLeaveAnOwner(Actor by) {
        workspaces.lock(by.workspace());
        if (store.activeOwners(by.workspace()) < 2) {
            throw Refusal.conflict("last-owner", "A workspace needs an owner: make another one first.");
        }
    }

    private void mustBeOwner(Actor by) {
        boolean owner = !by.isAgent()
                || store.find(by.workspace(), by.agentId())
                        .filter(Agent::isOwner)
                        .isPresent();
        if (!owner) {
            throw Refusal.forbidden("owner-needed", "Only an owner can do this.");
        }
    }

    private Role role(Actor by, String name) {
        return roles.byName(by.workspace(), name)
                .orElseThrow(() -> Refusal.malformed("/role", "There is no such role."));
    }

    private Agent found(Actor by, Agent agent) {
        return store.find(by.workspace(), agent.id()).orElseThrow();
    }

    private static List<String> changed(Agent was, Agent wanted) {
        List<String> fields = new ArrayList<>();
        note(fields, "email", was.email(), wanted.email());
        note(fields, "name", was.name(), wanted.name());
        note(fields, "alias", was.alias(), wanted.alias());
        note(fields, "role", was.role(), wanted.role());
        note(fields, "language", was.language(), wanted.language());
        note(fields, "theme", was.theme(), wanted.theme());
        note(fields, "time_zone", was.timeZone(), wanted.timeZone());
        note(fields, "signature_html", was.signatureHtml(), wanted.signatureHtml());
        note(fields, "languages", was.languages(), wanted.languages());
        note(fields, "skills", was.skills(), wanted.skills());
        if (!was.active() && wanted.active()) {
            fields.add("active");
        }
        return fields;
    }

    private static void note(List<String> fields, String name, @Nullable Object was, @Nullable Object wanted) {
        if (!Objects.equals(was, wanted)) {
            fields.add(name);
        }
    }

    private static Refusal erased() {
        return Refusal.conflict("erased", "This agent was erased.");
    }

    private static Refusal roleGone() {
        return Refusal.malformed("/role", "There is no such role any more.");
    }

    private static Refusal emailTaken() {
        return Refusal.conflict("email-taken", "There is already an agent with this e-mail address.");
    }
}
