package org.fourleaf.contests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a team comes to by a metric that adds up; means and maxima are the team's own anyway. Codes are stored. */
enum TeamValue {
    SUM(1),
    /** The sum divided by how many members came to anything: a small team stands a chance. */
    PER_HEAD(2);

    private final int code;

    TeamValue(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static TeamValue ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
