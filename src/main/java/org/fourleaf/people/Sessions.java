package org.fourleaf.people;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to sessions: an agent sees their own. */
@Component
@Transactional(readOnly = true)
class Sessions {

    private final SessionStore store;
    private final AgentStore agents;
    private final RoleStore roles;
    private final WorkspaceStore workspaces;
    private final Clock clock;

    Sessions(SessionStore store, AgentStore agents, RoleStore roles, WorkspaceStore workspaces, Clock clock) {
        this.store = store;
        this.agents = agents;
        this.roles = roles;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    List<Session> of(Actor by, UUID current) {
        return store.of(by.workspace(), by.agentId(), current, clock.instant());
    }

    Greeting greeting(Actor by) {
        Agent agent = agents.find(by.workspace(), by.agentId()).orElseThrow(() -> Refusal.notFound("agent"));
        return Greeting.of(agent, by.permissions(), workspace(by.workspace()));
    }

    /** For one who just came in and is no actor yet. */
    Greeting greeting(SignInRecords.Opened opened) {
        UUID workspace = Objects.requireNonNull(Workspaces.current());
        Agent agent = agents.find(workspace, opened.agent()).orElseThrow();
        Role role = roles.byName(workspace, agent.role()).orElseThrow();
        return Greeting.of(agent, Permission.ofStored(role.permissions()), workspace(workspace));
    }

    private Workspace workspace(UUID id) {
        return workspaces.find(id).orElseThrow(() -> Refusal.notFound("workspace"));
    }
}
