package org.fourleaf.badges;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.fourleaf.game.GameSetting;
import org.fourleaf.game.GameSettings;
import org.fourleaf.game.Scoring;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
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

    private final GameSettings settings;
    private final BadgeDayStore days;
    private final BadgeFurnishing furnishing;
    private final BadgeEvaluating evaluating;
    private final Scoring scoring;
    private final LogWindowQuery window;
    private final Log log;
    private final Clock clock;

    BadgeDays(
            GameSettings settings,
            BadgeDayStore days,
            BadgeFurnishing furnishing,
            BadgeEvaluating evaluating,
            Scoring scoring,
            LogWindowQuery window,
            Log log,
            Clock clock) {
        this.settings = settings;
        this.days = days;
        this.furnishing = furnishing;
        this.evaluating = evaluating;
        this.scoring = scoring;
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
        Optional<GameSetting> setting = settings.find(by.workspace());
        if (setting.isEmpty()) {
            furnishing.begin(by, today);
            return false;
        }
        if (!settings.lock(by.workspace())) {
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
    private boolean isCounted(Actor by, BadgeDayStore.Waiting waiting) {
        boolean counted = scoring.haveCounted(by, waiting.bound());
        if (!counted) {
            log.ringAfterCommit(by.workspace());
        }
        return counted;
    }
}
