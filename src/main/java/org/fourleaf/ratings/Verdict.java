package org.fourleaf.ratings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an answer was. Codes are stored. */
public enum Verdict {
    REWARD(1),
    NEUTRAL(2),
    REBUKE(3);

    private final int code;

    Verdict(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Verdict ofCode(int code) {
        return values()[code - 1];
    }

    public static @Nullable Verdict named(String name) {
        for (Verdict verdict : values()) {
            if (verdict.json().equals(name)) {
                return verdict;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
