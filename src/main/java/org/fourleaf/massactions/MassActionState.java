package org.fourleaf.massactions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a mass action is. Codes are stored. */
enum MassActionState {
    RUNNING(1),
    DONE(2),
    CANCELLED(3),
    UNDOING(4),
    UNDONE(5);

    private final int code;

    MassActionState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static MassActionState ofCode(int code) {
        return values()[code - 1];
    }

    boolean isAtWork() {
        return this == RUNNING || this == UNDOING;
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
