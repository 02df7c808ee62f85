package org.fourleaf.email;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a received mail has come. Codes are stored, 1 in partial indexes. */
enum IntakeState {
    RECEIVED(1),
    DONE(2),
    QUARANTINED(3),
    REFUSED(4);

    private final int code;

    IntakeState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static IntakeState ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
