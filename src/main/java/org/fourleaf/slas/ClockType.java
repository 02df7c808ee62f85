package org.fourleaf.slas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is promised. Codes are stored: never change one.
 *
 * <p>First answer: from the ticket's coming. Next answer: from the first message nobody answered yet, again and again. First assign: until
 * somebody owns it. First resolve: until it is resolved for the first time. Chat and call pick-up: until somebody takes it live.
 */
public enum ClockType {
    FIRST_ANSWER(1),
    NEXT_ANSWER(2),
    FIRST_ASSIGN(3),
    FIRST_RESOLVE(4),
    CHAT_PICKUP(5),
    CALL_PICKUP(6);

    private final int code;

    ClockType(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static ClockType ofCode(int code) {
        return values()[code - 1];
    }

    /** By its name outside, such as {@code first_answer}. */
    public static @Nullable ClockType named(String name) {
        for (ClockType type : values()) {
            if (type.json().equals(name)) {
                return type;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
