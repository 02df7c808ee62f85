package org.fourleaf.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.fourleaf.platform.Refusal;

/** What one import or export is about. Codes are stored. */
enum ImportKind {
    AGENTS(1),
    CUSTOMERS(2),
    TICKETS(3),
    ACTIVITIES(4);

    private final int code;

    ImportKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ImportKind ofCode(int code) {
        return values()[code - 1];
    }

    /** @throws Refusal not found when there is no such kind */
    static ImportKind named(String name) {
        for (ImportKind kind : values()) {
            if (kind.json().equals(name)) {
                return kind;
            }
        }
        throw Refusal.notFound("kind of import");
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
