package org.fourleaf.rules;

import java.time.Clock;
import org.fourleaf.platform.work.Worker;
import org.fourleaf.platform.work.WorkerBell;
import org.springframework.stereotype.Component;

/** Looks every second which time rules' time has come. Any node may: each takes what no other has. */
@Component
class TimeRuleWorker extends Worker {

    private final TimeRuleStore store;
    private final TimeRuleRounds rounds;
    private final Clock clock;

    TimeRuleWorker(TimeRuleStore store, TimeRuleRounds rounds, Clock clock) {
        super("time-rules", new WorkerBell());
        this.store = store;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    protected void work() {
        roundsUntilDone(() -> store.workspacesWithWork(clock.instant()), rounds::fire);
    }
}
