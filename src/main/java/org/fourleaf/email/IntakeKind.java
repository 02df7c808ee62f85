package org.fourleaf.email;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a received mail turned out to be. Codes are stored. */
enum IntakeKind {
    MESSAGE(1),
    BOUNCE(2),
    AUTO_REPLY(3),
    DUPLICATE(4),
    LOOP(5),
    SPAM(6);

    private final int code;

    IntakeKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static @Nullable IntakeKind ofCode(@Nullable Integer code) {
        return code == null ? null : values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
