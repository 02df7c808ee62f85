package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a badge is won: held until somebody is better, earned once and for ever, or drawn. Codes are stored. */
enum BadgeKind {
    HELD(1),
    EARNED(2),
    RANDOM(3);

    private final int code;

    BadgeKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static BadgeKind ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
