package org.fourleaf.ratings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked, and on which scale: an answer rated, or one of three surveys. Codes are stored. */
public enum Measure {
    RATING(1, 1, 3),
    /** How satisfied: 5 is best. */
    CSAT(2, 1, 5),
    /** How likely to recommend us: 10 is best. */
    NPS(3, 0, 10),
    /** How easy it was: 7 is best. */
    CES(4, 1, 7);

    private final int code;
    private final int lowest;
    private final int highest;

    Measure(int code, int lowest, int highest) {
        this.code = code;
        this.lowest = lowest;
        this.highest = highest;
    }

    int code() {
        return code;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    boolean holds(int score) {
        return score >= lowest && score <= highest;
    }

    static Measure ofCode(int code) {
        return values()[code - 1];
    }

    static @Nullable Measure named(String name) {
        for (Measure measure : values()) {
            if (measure.json().equals(name)) {
                return measure;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
