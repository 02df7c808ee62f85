package org.fourleaf.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a ticket matters; the weight divides the time left (and multiplies the time overdue) in the order of importance. */
public enum Priority {
    LOW(1, 1),
    NORMAL(2, 2),
    HIGH(3, 4),
    URGENT(4, 8);

    private final int code;
    private final int weight;

    Priority(int code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    public int code() {
        return code;
    }

    public int weight() {
        return weight;
    }

    public static Priority ofCode(int code) {
        return values()[code - 1];
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
