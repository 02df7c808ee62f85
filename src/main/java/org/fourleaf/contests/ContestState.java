package org.fourleaf.contests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a contest is. */
enum ContestState {
    PLANNED,
    OPEN,
    /** Over; its last activities are being counted. */
    CLOSED,
    FINALISED,
    CANCELLED;

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
