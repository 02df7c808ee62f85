package org.fourleaf.game;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How badges are set: all fifteen for all to see, or gently. Codes are stored. */
public enum Preset {
    CLASSIC(1),
    KIND(2);

    private final int code;

    Preset(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Preset ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
