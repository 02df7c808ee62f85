package org.fourleaf.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an import stands. Failed: the stream broke off or the desk did; the good lines up to there are in. Codes are stored. */
enum ImportState {
    RUNNING(1),
    DONE(2),
    FAILED(3);

    private final int code;

    ImportState(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ImportState ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
