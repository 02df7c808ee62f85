package org.fourleaf.fields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a field must have a value. Codes are stored: never change one. */
public enum FieldNeed {
    NEVER(0),
    TO_RESOLVE(1);

    private final int code;

    FieldNeed(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static FieldNeed ofCode(int code) {
        return values()[code];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
