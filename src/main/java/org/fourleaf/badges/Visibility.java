package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who sees who holds a badge. Codes are stored. */
enum Visibility {
    EVERYONE(1),
    HOLDER_AND_LEADS(2),
    OFF(3);

    private final int code;

    Visibility(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Visibility ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
