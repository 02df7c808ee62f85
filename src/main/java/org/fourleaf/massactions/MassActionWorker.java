package org.fourleaf.massactions;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.work.Worker;
import org.springframework.stereotype.Component;

/** Works off mass actions, a round for each workspace in turn, so that a long one holds up nobody else's. */
@Component
class MassActionWorker extends Worker {

    private final MassActionStore store;
    private final MassActionRounds rounds;

    MassActionWorker(MassActionStore store, MassActionRounds rounds, MassActionBell bell) {
        super("mass-actions", bell);
        this.store = store;
        this.rounds = rounds;
    }

    @Override
    protected void work() {
        List<UUID> workspaces = store.workspacesAtWork();
        while (isRunning() && !workspaces.isEmpty()) {
            for (UUID workspace : workspaces) {
                if (isRunning()) {
                    Workspaces.run(workspace, () -> rounds.round(workspace));
                }
            }
            workspaces = store.workspacesAtWork();
        }
    }
}
