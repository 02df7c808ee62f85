package org.fourleaf.people;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.web.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a workspace is called and where browsers find it, for mails nobody asked for from a browser. A stranger's request never says
 * where: else whoever forges its host would have links to the desk lead elsewhere.
 */
@Component
@Transactional(readOnly = true)
public class WorkspacePlace {

    private final WorkspaceStore store;
    private final PublicAddress address;

    WorkspacePlace(WorkspaceStore store, PublicAddress address) {
        this.store = store;
        this.address = address;
    }

    public String name(UUID workspace) {
        return store.find(workspace).map(Workspace::name).orElse("");
    }

    /** What its people speak, as two letters. */
    public String language(UUID workspace) {
        return store.find(workspace).map(Workspace::language).orElse("en");
    }

    /** Where its days begin and end. */
    public ZoneId zone(UUID workspace) {
        return store.find(workspace).map(found -> ZoneId.of(found.timeZone())).orElse(ZoneOffset.UTC);
    }

    /** As the operator says in FOURLEAF_PUBLIC_URL, with the workspace's own host where it has one. */
    public Optional<String> configured(UUID workspace) {
        return address.configured(store.host(workspace).orElse(null));
    }

    /** As configured, else where somebody who runs the workspace last came in. None before that. */
    public Optional<String> origin(UUID workspace) {
        return configured(workspace).or(() -> store.seenOrigin(workspace));
    }

    /** Remembers where an agent came in, when they run the workspace. */
    @Transactional
    public void see(UUID workspace, UUID agent, String origin) {
        store.see(workspace, agent, origin);
    }
}
