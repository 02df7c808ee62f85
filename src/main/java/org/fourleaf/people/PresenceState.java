package org.fourleaf.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an agent takes contacts. Codes are stored; the lowest of several channels is what the agent is altogether. */
public enum PresenceState {
    ONLINE(1),
    PAUSED(2),
    OFFLINE(3);

    private final int code;

    PresenceState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static PresenceState ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
