package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which way a message goes. Codes are stored. */
public enum Direction {
    IN(1),
    OUT(2),
    INTERNAL(3);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Direction ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
