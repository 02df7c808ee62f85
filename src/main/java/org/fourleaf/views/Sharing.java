package org.fourleaf.views;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who finds a view beside its owner: nobody, some agents and departments, or everybody. Codes are stored. */
public enum Sharing {
    PRIVATE(1),
    SHARED(2),
    PUBLIC(3);

    private final int code;

    Sharing(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Sharing ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
