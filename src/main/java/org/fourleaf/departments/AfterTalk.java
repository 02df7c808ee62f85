package org.fourleaf.departments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a ticket becomes when its chat or call has ended. Codes are those of the tickets' statuses. */
public enum AfterTalk {
    ANSWERED(5),
    RESOLVED(8);

    private final int code;

    AfterTalk(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static AfterTalk ofCode(int code) {
        return Arrays.stream(values())
                .filter(value -> value.code == code)
                .findFirst()
                .orElseThrow();
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
