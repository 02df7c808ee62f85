package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands to its promises. Codes are stored: never change one.
 *
 * <p>None: nothing is promised, or all of it is done. Running: in time. Due soon: a warning was given. Overdue: something is late and
 * still owed. Paused: what is owed stands still.
 */
public enum DueStanding {
    NONE(0),
    RUNNING(1),
    DUE_SOON(2),
    OVERDUE(3),
    PAUSED(4);

    private final int code;

    DueStanding(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static DueStanding ofCode(int code) {
        return values()[code];
    }

    /** By its name outside, such as {@code due_soon}; none when there is no such standing. */
    public static @Nullable DueStanding named(String name) {
        for (DueStanding standing : values()) {
            if (standing.json().equals(name)) {
                return standing;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the lists and numbers of what is due. */
    boolean isPressing() {
        return this == DUE_SOON || this == OVERDUE;
    }
}
