package org.fourleaf.fields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a field's value is. Codes are stored: never change one. A date is written 2026-03-02; a list's value is one of its options. */
public enum FieldType {
    TEXT(1),
    NUMBER(2),
    DATE(3),
    LIST(4),
    CHECKBOX(5);

    private final int code;

    FieldType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static FieldType ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
