package org.fourleaf.metrics;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogRereading;
import org.fourleaf.platform.log.LogWindowQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts all figures of a workspace anew from the log: forgets them, some rows at a time, then lets their reader begin again. Each step
 * is a transaction of its own and the state says which is next, so that a kill only delays it.
 */
@Component
@Transactional
class FigureRebuilding {

    private static final int ROWS_AT_ONCE = 20_000;

    private final FigureRebuildStore store;
    private final LogRereading rereading;
    private final LogWindowQuery window;
    private final Log log;

    FigureRebuilding(FigureRebuildStore store, LogRereading rereading, LogWindowQuery window, Log log) {
        this.store = store;
        this.rereading = rereading;
        this.window = window;
        this.log = log;
    }

    /** Begins; one that is under way begins again. */
    FigureRebuild begin(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        rereading.hold(by.workspace(), FigureKeeping.NAME);
        store.begin(by.workspace());
        log.write(by, new FiguresRebuilt());
        return store.find(by.workspace());
    }

    @Transactional(readOnly = true)
    FigureRebuild find(Actor by) {
        return store.find(by.workspace());
    }

    /** @return whether there is more to do at once */
    boolean step(Actor by) {
        return switch (store.find(by.workspace()).state()) {
            case DONE -> false;
            case CLEARING -> {
                if (!store.forget(by.workspace(), ROWS_AT_ONCE)) {
                    store.count(by.workspace(), window.snapshot());
                    rereading.fromTheStart(by.workspace(), FigureKeeping.NAME);
                }
                yield true;
            }
            case COUNTING -> {
                if (rereading.hasRead(by.workspace(), FigureKeeping.NAME, store.bound(by.workspace()))) {
                    store.end(by.workspace());
                }
                yield false;
            }
        };
    }
}
