package org.fourleaf.conditions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a field is compared. Of several values any will do; the negative ones want none of them. */
public enum Operator {
    IS,
    IS_NOT,
    /** Each of the values is there, where a thing can have several. */
    ALL_OF,
    SET,
    NOT_SET,
    CONTAINS,
    NOT_CONTAINS,
    /** A regular expression is found somewhere in it; for rules alone, because no index and no database should be asked this. */
    MATCHES,
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
    GREATER,
    /** From the first value to the second, both included; a time of day may go over midnight. */
    BETWEEN;

    /** Other words for the same, which people who write conditions by hand expect. */
    private static final Map<String, Operator> ALSO =
            Map.of("any_of", IS, "none_of", IS_NOT, "empty", NOT_SET, "not_empty", SET, "<", LESS, ">", GREATER);

    static @Nullable Operator named(String name) {
        if (ALSO.containsKey(name)) {
            return ALSO.get(name);
        }
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

    /** What it says of a ticket changes as time goes by. */
    boolean hangsOnNow() {
        return takesSeconds() || this == OVERDUE;
    }

    boolean takesOne() {
        return takesSeconds() || this == BEFORE || this == AFTER || this == LESS || this == GREATER;
    }
}
