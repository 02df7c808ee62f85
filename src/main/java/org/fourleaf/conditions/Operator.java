package org.fourleaf.conditions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a field is compared. Of several values any will do; the negative ones want none of them. */
public enum Operator {
    IS,
    IS_NOT,
    SET,
    NOT_SET,
    CONTAINS,
    NOT_CONTAINS,
    /** Before a moment. */
    BEFORE,
    /** At a moment or after it. */
    AFTER,
    /** More than so many seconds ago. */
    OLDER_THAN,
    /** Within the last so many seconds, or still to come. */
    NEWER_THAN,
    /** At the latest in so many seconds, or past already. */
    WITHIN,
    /** Past, while the customer waits. */
    OVERDUE,
    LESS,
    GREATER;

    static @Nullable Operator named(String name) {
        for (Operator operator : values()) {
            if (operator.json().equals(name)) {
                return operator;
            }
        }
        return null;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takesNoValue() {
        return this == SET || this == NOT_SET || this == OVERDUE;
    }

    boolean takesSeconds() {
        return this == OLDER_THAN || this == NEWER_THAN || this == WITHIN;
    }

    boolean takesOne() {
        return takesSeconds() || this == BEFORE || this == AFTER || this == LESS || this == GREATER;
    }
}
