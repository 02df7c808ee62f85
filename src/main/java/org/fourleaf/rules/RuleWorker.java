package org.fourleaf.rules;

import org.fourleaf.platform.work.Worker;
import org.springframework.stereotype.Component;

/** Lets rules look at what happened. */
@Component
class RuleWorker extends Worker {

    private final RuleTodoStore todos;
    private final RuleRounds rounds;

    RuleWorker(RuleTodoStore todos, RuleRounds rounds, RuleBell bell) {
        super("rules", bell);
        this.todos = todos;
        this.rounds = rounds;
    }

    @Override
    protected void work() {
        roundsUntilDone(todos::workspacesWithWork, rounds::round);
    }
}
