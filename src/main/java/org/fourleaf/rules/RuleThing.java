package org.fourleaf.rules;

import java.util.Locale;

/** A kind of thing that an action names. */
enum RuleThing {
    DEPARTMENT,
    AGENT,
    TAG,
    FIELD,
    RULE,
    WEBHOOK,
    SLA_LEVEL,
    PREDEFINED_ANSWER;

    String json() {
        return name().toLowerCase(Locale.ROOT);
    }
}
