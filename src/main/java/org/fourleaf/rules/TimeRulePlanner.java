package org.fourleaf.rules;

import java.time.Clock;
import org.fourleaf.platform.work.Worker;
import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Tells when time rules' time comes, for tickets that changed and for all when a rule did. Firing has a thread of its own and delays it never. */
@Component
class TimeRulePlanner extends Worker {

    private final TimeRuleStore store;
    private final TimeRuleRounds rounds;
    private final Clock clock;

    TimeRulePlanner(TimeRuleStore store, TimeRuleRounds rounds, Clock clock) {
        super("time-rule-plans", new WorkerBell());
        this.store = store;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    protected void work() {
        roundsUntilDone(() -> store.workspacesWithWork(clock.instant()), rounds::plan);
    }
}
