package org.fourleaf.rules;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the rules that can't run because what they name is gone, tells of them, and of those that can run again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RuleChecking {

    private final RulesStore store;
    private final TimeRuleStore times;
    private final RuleReferences references;
    private final Log log;
    private final Clock clock;

    RuleChecking(RulesStore store, TimeRuleStore times, RuleReferences references, Log log, Clock clock) {
        this.store = store;
        this.times = times;
        this.references = references;
        this.log = log;
        this.clock = clock;
    }

    /** Looks at all rules of the workspace. */
    void check(Actor by) {
        List<Rule> rules = store.all(by.workspace());
        if (rules.isEmpty()) {
            return;
        }
        RuleReferences.Known known = references.known(by, rules);
        boolean differs = false;
        for (Rule rule : rules) {
            differs |= check(by, rule, references.missing(known, rule));
        }
        if (differs) {
            store.raiseSetVersion(by.workspace());
        }
    }

    private boolean check(Actor by, Rule rule, List<RuleTrouble.Gone> missing) {
        RuleTrouble was = rule.trouble();
        boolean wasMissing = was != null && was.stops();
        if (missing.isEmpty()) {
            if (wasMissing) {
                store.setTrouble(by.workspace(), rule.id(), null);
                log.write(by, new RuleMended(rule.id()));
                if (rule.isTimed() && rule.active()) {
                    // What came while it was broken was planned for nobody.
                    times.begin(by.workspace(), rule.id());
                }
            }
            return wasMissing;
        }
        if (was != null && missing.equals(was.missing())) {
            return false;
        }
        broke(by, rule.id(), RuleTrouble.missing(missing, clock.instant()), rule.active() && !wasMissing);
        return true;
    }

    /** It ran, but not well. */
    void broke(Actor by, Rule rule, RuleTrouble.Kind kind, String reason) {
        RuleTrouble was = rule.trouble();
        boolean known = was != null && was.kind() == kind;
        broke(
                by,
                rule.id(),
                new RuleTrouble(kind, reason, was != null && known ? was.since() : clock.instant(), null),
                !known);
        if (!known) {
            store.raiseSetVersion(by.workspace());
        }
    }

    /** It ran well again after it had failed. */
    void ranWell(Actor by, Rule rule) {
        RuleTrouble was = rule.trouble();
        if (was != null && was.kind() == RuleTrouble.Kind.FAILED) {
            store.setTrouble(by.workspace(), rule.id(), null);
            store.raiseSetVersion(by.workspace());
            log.write(by, new RuleMended(rule.id()));
        }
        store.ranWell(by.workspace(), rule.id());
    }

    private void broke(Actor by, UUID rule, RuleTrouble trouble, boolean isNews) {
        store.setTrouble(by.workspace(), rule, trouble);
        if (isNews) {
            log.write(by, new RuleBroke(rule, trouble.kind().json()));
        }
    }
}
