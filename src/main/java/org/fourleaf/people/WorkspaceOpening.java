package org.fourleaf.people;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a workspace with its roles and owner, and lets the modules above furnish it, all in one transaction. */
@Component
public class WorkspaceOpening {

    private final WorkspaceStore workspaces;
    private final RoleStore roles;
    private final AgentStore agents;
    private final List<WorkspaceFurnishing> furnishings;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WorkspaceOpening(
            WorkspaceStore workspaces,
            RoleStore roles,
            AgentStore agents,
            List<WorkspaceFurnishing> furnishings,
            Log log,
            TransactionTemplate transaction,
            Clock clock) {
        this.workspaces = workspaces;
        this.roles = roles;
        this.agents = agents;
        this.furnishings = furnishings;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The first one; of several who try at once one succeeds.
     *
     * @param also what belongs to the same transaction, by the owner just made
     *
     * @throws Refusal conflict when there is one already
     */
    public Actor openFirst(Workspace workspace, FirstOwner owner, FirstChoices choices, Consumer<Actor> also) {
        return inside(workspace, () -> {
            workspaces.lockOpening();
            if (!workspaces.isEmpty()) {
                throw Refusal.conflict("already-set-up", "Fourleaf is set up already: sign in.");
            }
            return make(workspace, owner, choices, also);
        });
    }

    /** One more beside those that are there. */
    public Actor open(Workspace workspace, FirstOwner owner, FirstChoices choices, Consumer<Actor> also) {
        return inside(workspace, () -> make(workspace, owner, choices, also));
    }

    /** The transaction begins where the workspace is set already, so that row-level security lets its first rows in. */
    private Actor inside(Workspace workspace, Supplier<Actor> work) {
        return Workspaces.call(workspace.id(), () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private Actor make(Workspace workspace, FirstOwner owner, FirstChoices choices, Consumer<Actor> also) {
        workspaces.insert(workspace);
        Map<BuiltInRole, UUID> roleIds = new EnumMap<>(BuiltInRole.class);
        for (BuiltInRole role : BuiltInRole.values()) {
            UUID id = Ids.next();
            roles.insert(workspace.id(), id, role);
            roleIds.put(role, id);
        }
        Agent agent = new Agent(
                Ids.next(),
                owner.email(),
                Texts.line(owner.name()),
                null,
                BuiltInRole.OWNER.stored(),
                workspace.language(),
                AgentWords.THEMES.getFirst(),
                null,
                null,
                List.of(workspace.language()),
                List.of(),
                true,
                null,
                clock.instant(),
                1);
        agents.insert(workspace.id(), agent, Objects.requireNonNull(roleIds.get(BuiltInRole.OWNER)));
        Actor by = Actor.agent(workspace.id(), agent.id(), agent.name(), BuiltInRole.OWNER.permissions());
        log.write(by, new WorkspaceCreated(agent.id(), workspace.demo()));
        furnishings.forEach(furnishing -> furnishing.furnish(by, choices));
        also.accept(by);
        return by;
    }
}
