package org.fourleaf.coaching;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a lead's note is. Only praise may be public. Codes are stored. */
enum NoteKind {
    COACHING(1),
    PRAISE(2);

    private final int code;

    NoteKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static NoteKind ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
