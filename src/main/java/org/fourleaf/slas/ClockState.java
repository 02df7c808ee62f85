package org.fourleaf.slas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a clock stands. Missed stays missed, whether it is still owed or was met late. Codes are stored: never change one. */
public enum ClockState {
    RUNNING(1),
    PAUSED(2),
    MET(3),
    MISSED(4),
    NOT_APPLICABLE(5);

    private final int code;

    ClockState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static ClockState ofCode(int code) {
        return values()[code - 1];
    }

    static @Nullable ClockState named(String name) {
        for (ClockState state : values()) {
            if (state.json().equals(name)) {
                return state;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
