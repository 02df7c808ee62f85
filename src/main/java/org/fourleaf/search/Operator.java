package org.fourleaf.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What may stand before a colon in the search language. */
enum Operator {
    FROM,
    TO,
    TAG,
    STATUS,
    BEFORE,
    AFTER,
    ASSIGNEE,
    DEPARTMENT,
    CUSTOMER,
    COMPANY,
    SUBJECT,
    IS,
    HAS,
    TYPE,
    PRIORITY,
    CHANNEL,
    CODE;

    static @Nullable Operator named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        for (Operator operator : values()) {
            if (operator.name().equals(wanted)) {
                return operator;
            }
        }
        return null;
    }
}
