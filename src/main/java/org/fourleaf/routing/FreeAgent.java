package org.fourleaf.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent who can be offered a ticket now. @param load waiting tickets they hold. @param offeredAt none for one whose first turn it is */
record FreeAgent(
        UUID id,
        List<String> languages,
        List<String> skills,
        int load,
        @Nullable Instant offeredAt) {

    FreeAgent {
        languages = List.copyOf(languages);
        skills = List.copyOf(skills);
    }
}
