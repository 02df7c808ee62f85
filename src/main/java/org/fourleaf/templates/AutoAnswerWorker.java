package org.fourleaf.templates;

import org.fourleaf.platform.work.Worker;
import org.springframework.stereotype.Component;

/** Gives the automatic answers that wait. */
@Component
class AutoAnswerWorker extends Worker {

    private final AutoAnswerStore store;
    private final AutoAnswering answering;

    AutoAnswerWorker(AutoAnswerStore store, AutoAnswering answering, AutoAnswerBell bell) {
        super("auto-answers", bell);
        this.store = store;
        this.answering = answering;
    }

    @Override
    protected void work() {
        roundsUntilDone(store::workspacesWithDue, answering::answerNext);
    }
}
