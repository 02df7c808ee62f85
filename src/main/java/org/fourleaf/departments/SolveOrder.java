package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Which of a department's waiting tickets comes first. Codes are stored. */
public enum SolveOrder {
    FIFO(1),
    IMPORTANCE(2);

    private final int code;

    SolveOrder(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static SolveOrder ofCode(int code) {
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
