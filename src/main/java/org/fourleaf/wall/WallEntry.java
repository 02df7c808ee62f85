package org.fourleaf.wall;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that was awarded.
 *
 * @param agent whose it is; none of a contest
 * @param by who gave it, if somebody did
 * @param subject the id of what was won
 * @param facts what else the line of the log said
 * @param seq that line's place in the log
 */
record WallEntry(
        UUID id,
        Instant at,
        WallKind kind,
        @Nullable UUID agent,
        @Nullable UUID by,
        String subject,
        ObjectNode facts,
        long seq,
        boolean hidden) {}
