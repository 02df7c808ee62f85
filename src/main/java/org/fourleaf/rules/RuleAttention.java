package org.fourleaf.rules;

import org.fourleaf.attention.AttentionWatch;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Wants to know of opened and left tickets only where a rule waits for them. */
@Component
class RuleAttention implements AttentionWatch {

    private final RuleSets sets;

    RuleAttention(RuleSets sets) {
        this.sets = sets;
    }

    @Override
    public boolean wantsOpening(Actor by) {
        return sets.of(by.workspace()).listening().containsKey(RuleTrigger.OPENED_BY_AGENT);
    }

    @Override
    public boolean wantsLeaving(Actor by) {
        return sets.of(by.workspace()).listening().containsKey(RuleTrigger.LEFT_BY_AGENT);
    }
}
