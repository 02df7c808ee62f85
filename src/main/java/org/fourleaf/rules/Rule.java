package org.fourleaf.rules;

import java.util.List;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.jspecify.annotations.Nullable;

/**
 * A rule as stored.
 *
 * @param stops whether no rule after it is asked when it matched
 * @param basis what a time rule measures; none for others, and no seconds either
 * @param trouble why it can't run, or did not the last times
 */
record Rule(
        UUID id,
        String name,
        String notes,
        boolean active,
        RuleTrigger appliesWhen,
        ConditionForm condition,
        List<RuleAction> actions,
        boolean stops,
        int place,
        int failures,
        @Nullable RuleTrouble trouble,
        @Nullable TimeBasis basis,
        long seconds,
        long version) {

    static final int RULES_MAX = 500;
    static final int ACTIONS_MAX = 30;
    static final long SECONDS_MAX = 315_360_000;

    boolean isTimed() {
        return basis != null;
    }

    Rule {
        actions = List.copyOf(actions);
    }
}
