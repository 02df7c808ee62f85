package org.fourleaf.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What an agent can be present for. Codes are those of the tickets' channels. */
public enum PresenceChannel {
    EMAIL(1),
    CHAT(5),
    CALL(6);

    private final int code;

    PresenceChannel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static PresenceChannel ofCode(int code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code == code)
                .findFirst()
                .orElseThrow();
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
