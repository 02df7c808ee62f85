package org.fourleaf.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits and deletes a workspace's own roles. Nobody gives what they have not got themselves, also not through a role. */
@Component
@Transactional
class RoleEditing {

    private final RoleStore store;
    private final AgentStore agents;
    private final WorkspaceStore workspaces;
    private final Log log;

    RoleEditing(RoleStore store, AgentStore agents, WorkspaceStore workspaces, Log log) {
        this.store = store;
        this.agents = agents;
        this.workspaces = workspaces;
        this.log = log;
    }

    /** By id or name. @throws Refusal not found */
    @Transactional(readOnly = true)
    public Role readable(Actor by, String reference) {
        return Reference.id(reference)
                .flatMap(id -> store.find(by.workspace(), id))
                .or(() -> store.byName(by.workspace(), reference))
                .orElseThrow(() -> Refusal.notFound("role"));
    }

    /** @throws Refusal conflict when the name is taken or there are too many */
    Role add(Actor by, String name, List<String> permissions) {
        by.mustHave(Permission.AGENTS_MANAGE);
        // Counted one after the other.
        workspaces.lock(by.workspace());
        if (store.all(by.workspace()).size() >= Role.COUNT_MAX) {
            throw Refusal.conflict("too-many", "A workspace has at most " + Role.COUNT_MAX + " roles.");
        }
        Role role = new Role(Ids.next(), Texts.name(name, "/name"), known(permissions), false, 1);
        mustBeWithin(by, role);
        try {
            store.insert(by.workspace(), role);
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new RoleChanged(role.id(), role.permissions()));
        return role;
    }

    /** @throws Refusal stale, conflict for a built-in one or a taken name, forbidden for what exceeds one's own role */
    Role change(
            Actor by,
            Role was,
            @Nullable String name,
            @Nullable List<String> permissions,
            @Nullable Long expectedVersion) {
        by.mustHave(Permission.AGENTS_MANAGE);
        mustBeOurs(was);
        mustBeWithin(by, was);
        Role wanted = new Role(
                was.id(),
                name == null ? was.name() : Texts.name(name, "/name"),
                permissions == null ? was.permissions() : known(permissions),
                false,
                was.version());
        mustBeWithin(by, wanted);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        if (wanted.equals(was)) {
            return was;
        }
        try {
            if (!store.update(by.workspace(), wanted)) {
                throw Refusal.stale();
            }
        } catch (DuplicateKeyException e) {
            throw nameTaken();
        }
        log.write(by, new RoleChanged(was.id(), wanted.permissions()));
        return store.find(by.workspace(), was.id()).orElseThrow();
    }

    /** @param successor whom its agents go over to; needed where it has any */
    void remove(Actor by, Role role, @Nullable String successor) {
        by.mustHave(Permission.AGENTS_MANAGE);
        mustBeOurs(role);
        mustBeWithin(by, role);
        UUID to = successor == null ? null : successor(by, role, successor).id();
        int moved = to == null ? 0 : store.move(by.workspace(), role.id(), to);
        try {
            if (store.agents(by.workspace(), role.id()) > 0 || !store.delete(by.workspace(), role.id())) {
                throw inUse();
            }
        } catch (DataIntegrityViolationException e) {
            // Somebody got it at this moment.
            throw inUse();
        }
        log.write(by, new RoleDeleted(role.id(), to, moved));
    }

    private Role successor(Actor by, Role role, String reference) {
        Role found;
        try {
            found = readable(by, reference);
        } catch (Refusal e) {
            throw Refusal.malformed("successor", "There is no such role.");
        }
        if (found.id().equals(role.id()) || found.isOwner()) {
            throw Refusal.invalid("successor", "Choose another role for its agents.");
        }
        mustBeWithin(by, found);
        return found;
    }

    private void mustBeWithin(Actor by, Role role) {
        mustBeWithin(by, role, agents, store);
    }

    /** @throws Refusal forbidden when the role allows what the acting agent's own does not */
    static void mustBeWithin(Actor by, Role role, AgentStore agents, RoleStore roles) {
        if (!by.isAgent()) {
            return;
        }
        Role own = agents.find(by.workspace(), by.agentId())
                .flatMap(agent -> roles.byName(by.workspace(), agent.role()))
                .orElseThrow(() -> Refusal.notFound("agent"));
        if (!role.isWithin(own)) {
            throw Refusal.forbidden("role-exceeds-yours", "This role allows what yours does not.");
        }
    }

    private static void mustBeOurs(Role role) {
        if (role.builtIn()) {
            throw Refusal.conflict("role-built-in", "This role comes with Fourleaf and stays as it is.");
        }
    }

    private static List<String> known(List<String> permissions) {
        List<String> known = new ArrayList<>();
        for (int i = 0; i < permissions.size(); i++) {
            String name = permissions.get(i);
            if (Permission.ofStored(List.of(name)).isEmpty()) {
                throw Refusal.malformed("/permissions/" + i, "There is no such permission.");
            }
            known.add(name);
        }
        return new LinkedHashSet<>(known)
                .stream().filter(Objects::nonNull).sorted().toList();
    }

    private static Refusal nameTaken() {
        return Refusal.conflict("name-taken", "There is already a role with this name.");
    }

    private static Refusal inUse() {
        return Refusal.conflict("role-in-use", "Agents have this role: name the one they get instead.");
    }
}
