package org.fourleaf.attention;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody does with a ticket on screen. Codes are stored; 0 is a tab that left; the highest of several tabs counts. */
public enum AttentionState {
    VIEWING(1),
    TYPING(2);

    private final int code;

    AttentionState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static AttentionState ofCode(int code) {
        return code == TYPING.code ? TYPING : VIEWING;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
