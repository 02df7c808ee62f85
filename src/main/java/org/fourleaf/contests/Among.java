package org.fourleaf.contests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who takes part in a contest. Codes are stored. */
enum Among {
    /** Everybody at work, whoever comes or leaves meanwhile. */
    ALL_AGENTS(1),
    AGENTS(2),
    /** As teams: their members' work together. */
    DEPARTMENTS(3);

    private final int code;

    Among(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Among ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
