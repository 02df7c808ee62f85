package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Whether agents take a department's tickets or get them offered, and by which rule. Codes are stored. */
public enum RoutingMode {
    PULL(1),
    ROUND_ROBIN(2),
    LEAST_BUSY(3),
    SKILL(4);

    private final int code;

    RoutingMode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static RoutingMode ofCode(int code) {
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
