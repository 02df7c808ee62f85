package org.fourleaf.demo;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a demonstration stands; none in a workspace that is no demonstration. Codes are stored. */
enum DemoState {
    NONE(0),
    FILLING(1),
    READY(2),
    REMOVING(3);

    private final int code;

    DemoState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static DemoState ofCode(int code) {
        return values()[code];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
