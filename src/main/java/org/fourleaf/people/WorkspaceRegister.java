package org.fourleaf.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which workspaces there are: asked by whoever stands before the door and is in none yet. */
@Component
public class WorkspaceRegister {

    private final WorkspaceStore store;

    WorkspaceRegister(WorkspaceStore store) {
        this.store = store;
    }

    /** Whether Fourleaf still waits to be set up. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** The one of this host, or the default one, which has none. */
    public Optional<Workspace> byHost(String host) {
        return store.byHost(host);
    }
}
