package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether the largest or the smallest figure wins. Codes are stored. */
public enum Direction {
    MOST(1),
    LEAST(2);

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
