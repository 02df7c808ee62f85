package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Among whom a badge is competed for. Codes are stored. */
enum BadgeScope {
    WORKSPACE(1),
    /** The members of a department, by what they did in it. */
    DEPARTMENT(2),
    /** The members of a department, by all they did. */
    TEAM(3);

    private final int code;

    BadgeScope(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static BadgeScope ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
