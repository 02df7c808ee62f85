package org.fourleaf.game;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.fourleaf.metrics.AgentFigures;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogRereading;
import org.fourleaf.platform.log.LogWindowQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has badges evaluated once for each day, in order, also those the server missed. A day is begun when it has come, with a bound of the
 * log; it is evaluated when everything up to there has been counted, in one transaction that holds the workspace's lock, so that neither a second node
 * nor a kill makes it happen twice or not at all.
 */
@Component
@Transactional
class BadgeDays {

    /** Missed days begin together, by one bound; of more, the rest follows. */
    private static final int DAYS_AT_ONCE = 100;

    private final GameDayStore days;
    private final GameBeginning beginning;
    private final BadgeEvaluating evaluating;
    private final AgentFigures figures;
    private final LogRereading rereading;
    private final LogWindowQuery window;
    private final Log log;
    private final Clock clock;

    BadgeDays(
            GameDayStore days,
            GameBeginning beginning,
            BadgeEvaluating evaluating,
            AgentFigures figures,
            LogRereading rereading,
            LogWindowQuery window,
            Log log,
            Clock clock) {
        this.days = days;
        this.beginning = beginning;
        this.evaluating = evaluating;
        this.figures = figures;
        this.rereading = rereading;
        this.window = window;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The next step towards the given day.
     *
     * @param today in the workspace's zone
     * @return whether there may be another one at once
     */
    boolean step(Actor by, LocalDate today) {
        Optional<GameDayStore.Setting> setting = days.setting(by.workspace());
        if (setting.isEmpty()) {
            beginning.begin(by, today);
            return false;
        }
        if (!days.lock(by.workspace())) {
            return false;
        }
        if (days.isAnyWaiting(by.workspace())) {
            return days.waiting(by.workspace())
                    .filter(waiting -> isCounted(by, waiting))
                    .map(waiting -> {
                        evaluating.evaluate(by, waiting.day());
                        days.evaluated(by.workspace(), waiting.day(), clock.instant());
                        return true;
                    })
                    .orElse(false);
        }
        LocalDate last = days.last(by.workspace());
        LocalDate next = (last == null ? setting.get().begun() : last).plusDays(1);
        if (next.isAfter(today)) {
            return false;
        }
        String bound = window.snapshot();
        for (int i = 0; i < DAYS_AT_ONCE && !next.plusDays(i).isAfter(today); i++) {
            days.insert(by.workspace(), next.plusDays(i), bound);
        }
        log.ringAfterCommit(by.workspace());
        return true;
    }

    /** Readers of a quiet log stand still: the bell moves them. */
    private boolean isCounted(Actor by, GameDayStore.Waiting waiting) {
        boolean counted = figures.haveCounted(by, waiting.bound())
                && rereading.hasRead(by.workspace(), ActCounting.NAME, waiting.bound());
        if (!counted) {
            log.ringAfterCommit(by.workspace());
        }
        return counted;
    }
}
