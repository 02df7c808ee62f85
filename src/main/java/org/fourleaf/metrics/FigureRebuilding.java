package org.fourleaf.metrics;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogForgetting;
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

    /** Of the database, of 8 KiB: some 100 000 rows. */
    private static final int PAGES_AT_ONCE = 1_000;

    private final FigureRebuildStore store;
    private final LogRereading rereading;
    private final LogForgetting forgetting;
    private final LogWindowQuery window;
    private final List<CountedToo> others;
    private final Log log;

    FigureRebuilding(
            FigureRebuildStore store,
            LogRereading rereading,
            LogForgetting forgetting,
            LogWindowQuery window,
            List<CountedToo> others,
            Log log) {
        this.store = store;
        this.rereading = rereading;
        this.forgetting = forgetting;
        this.window = window;
        this.others = List.copyOf(others);
        this.log = log;
    }

    /** Begins; one that is under way begins again. @throws Refusal conflict where activities are forgotten that figures are made of */
    FigureRebuild begin(Actor by) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        forgetting.forgottenBefore(by.workspace()).ifPresent(before -> {
            throw Refusal.conflict(
                    "activities-forgotten",
                    "Activities from before " + before + " are gone: figures of that time can't be counted anew.");
        });
        rereading.hold(by.workspace(), FigureKeeping.NAME);
        others.forEach(other -> rereading.hold(by.workspace(), other.reader()));
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
                if (!store.forgetSome(by.workspace(), PAGES_AT_ONCE) && !forgetOthers(by)) {
                    store.count(by.workspace(), window.snapshot());
                    rereading.fromTheStart(by.workspace(), FigureKeeping.NAME);
                    others.forEach(other -> rereading.fromTheStart(by.workspace(), other.reader()));
                }
                yield true;
            }
            case COUNTING -> {
                String bound = store.bound(by.workspace());
                if (rereading.hasRead(by.workspace(), FigureKeeping.NAME, bound)
                        && others.stream()
                                .allMatch(other -> rereading.hasRead(by.workspace(), other.reader(), bound))) {
                    store.end(by.workspace());
                }
                yield false;
            }
        };
    }

    private boolean forgetOthers(Actor by) {
        return others.stream().anyMatch(other -> other.forgetSome(by.workspace()));
    }
}
