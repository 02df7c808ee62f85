package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Among equals: who was there earliest, or all of them when they are no more than there may be holders. Codes are stored. */
public enum TieRule {
    EARLIEST(1),
    SHARE(2);

    private final int code;

    TieRule(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static TieRule ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
