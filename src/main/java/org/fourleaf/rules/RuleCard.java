package org.fourleaf.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the API shows it.
 *
 * @param names what the ids in the condition and the actions are called
 * @param applyWhen what it waits for; none for a time rule, which has a measure and seconds instead
 * @param broken why it can't run, or did not the last times; none for one that is well
 */
record RuleCard(
        UUID id,
        String name,
        String notes,
        boolean active,
        @Nullable RuleTrigger applyWhen,
        @Nullable TimeBasis measure,
        @Nullable Long seconds,
        ConditionForm condition,
        List<RuleAction> actions,
        boolean stop,
        int place,
        Map<String, String> names,
        @Nullable RuleTrouble broken,
        @Nullable Instant lastRunAt,
        long version) {}
