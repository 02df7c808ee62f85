package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether it is good to hold a badge. Codes are stored. */
enum Polarity {
    POSITIVE(1),
    NEUTRAL(2),
    NEGATIVE(3);

    private final int code;

    Polarity(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Polarity ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
