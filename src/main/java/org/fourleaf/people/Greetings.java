package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Greets whoever is signed in, or has just come in. */
@Component
@Transactional(readOnly = true)
public class Greetings {

    private final AgentStore agents;
    private final RoleStore roles;
    private final WorkspaceStore workspaces;

    Greetings(AgentStore agents, RoleStore roles, WorkspaceStore workspaces) {
        this.agents = agents;
        this.roles = roles;
        this.workspaces = workspaces;
    }

    public Greeting of(Actor by) {
        Agent agent = agents.find(by.workspace(), by.agentId()).orElseThrow(() -> Refusal.notFound("agent"));
        return Greeting.of(agent, by.permissions(), workspace(by.workspace()));
    }

    /** For one who just came in and is no actor yet. */
    public Greeting of(UUID workspace, UUID id) {
        Agent agent = agents.find(workspace, id).orElseThrow(() -> Refusal.notFound("agent"));
        Role role = roles.byName(workspace, agent.role()).orElseThrow();
        return Greeting.of(agent, Permission.ofStored(role.permissions()), workspace(workspace));
    }

    private Workspace workspace(UUID id) {
        return workspaces.find(id).orElseThrow(() -> Refusal.notFound("workspace"));
    }
}
