package org.fourleaf.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace as it is set up. @param host its own, none of the default one; given by the operator */
public record WorkspaceCard(
        UUID id,
        String name,
        String timeZone,
        String language,
        @Nullable String host,
        boolean demo,
        Instant createdAt,
        long version) {

    WorkspaceCard with(String called, String zone, String spoken) {
        return new WorkspaceCard(id, called, zone, spoken, host, demo, createdAt, version);
    }
}
