package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How high an earned badge is. Codes are stored. */
enum Tier {
    BRONZE(1),
    SILVER(2),
    GOLD(3);

    private final int code;

    Tier(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Tier ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
