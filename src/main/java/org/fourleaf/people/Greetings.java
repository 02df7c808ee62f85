package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Greets whoever is signed in, or has just come in. */
@Component
@Transactional(readOnly = true)
public class Greetings {

    private final AgentStore agents;
    private final RoleStore roles;
    private final WorkspaceStore workspaces;
    private final AvatarStore avatars;

    Greetings(AgentStore agents, RoleStore roles, WorkspaceStore workspaces, AvatarStore avatars) {
        this.agents = agents;
        this.roles = roles;
        this.workspaces = workspaces;
        this.avatars = avatars;
    }

    public Greeting of(Actor by) {
        Agent agent = agents.find(by.workspace(), by.agentId()).orElseThrow(() -> Refusal.notFound("agent"));
        return Greeting.of(agent, by.permissions(), workspace(by.workspace()), face(by.workspace(), agent));
    }

    /** For one who just came in and is no actor yet. */
    public Greeting of(UUID workspace, UUID id) {
        Agent agent = agents.find(workspace, id).orElseThrow(() -> Refusal.notFound("agent"));
        Role role = roles.byName(workspace, agent.role()).orElseThrow();
        return Greeting.of(
                agent, Permission.ofStored(role.permissions()), workspace(workspace), face(workspace, agent));
    }

    private @Nullable String face(UUID workspace, Agent agent) {
        return avatars.urls(workspace, List.of(agent.id())).get(agent.id());
    }

    private Workspace workspace(UUID id) {
        return workspaces.find(id).orElseThrow(() -> Refusal.notFound("workspace"));
    }
}
