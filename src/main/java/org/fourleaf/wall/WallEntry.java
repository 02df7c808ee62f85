package org.fourleaf.wall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
        boolean hidden) {

    /** Under this name the facts of a level tell the lower ones that were reached with it. */
    static final String PASSED = "passed";

    List<String> passed() {
        return facts.path(PASSED).valueStream().map(JsonNode::asString).toList();
    }
}
