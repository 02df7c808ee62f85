package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a member serves in a department. Codes are stored. */
public enum ServedChannel {
    TICKET(1),
    CHAT(2),
    CALL(3);

    private final int code;

    ServedChannel(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static ServedChannel ofCode(int code) {
        return Arrays.stream(values())
                .filter(value -> value.code == code)
                .findFirst()
                .orElseThrow();
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
