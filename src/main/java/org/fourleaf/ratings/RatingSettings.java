package org.fourleaf.ratings;

import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a workspace asks its customers under each answer how it was. Off until somebody wants it. */
@Component
@Transactional
public class RatingSettings {

    private final RatingSettingStore store;
    private final FeedbackLinks links;
    private final Log log;

    RatingSettings(RatingSettingStore store, FeedbackLinks links, Log log) {
        this.store = store;
        this.links = links;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public RatingSetting of(Actor by) {
        RatingSettingStore.Stored stored = store.find(by.workspace());
        return new RatingSetting(
                stored.onAnswers(), links.origin(by.workspace()).orElse(null), stored.version());
    }

    /** @throws Refusal stale when a version is expected and another is there */
    public RatingSetting ask(Actor by, boolean onAnswers, @Nullable Long expectedVersion) {
        by.mustHave(Permission.RATINGS_MANAGE);
        RatingSettingStore.Stored before = store.find(by.workspace());
        if (expectedVersion != null && expectedVersion != before.version()) {
            throw Refusal.stale();
        }
        links.makePossible(by.workspace());
        RatingSettingStore.Stored was = store.find(by.workspace());
        if (was.onAnswers() != onAnswers) {
            if (!store.save(by.workspace(), onAnswers, was.version())) {
                throw Refusal.stale();
            }
            log.write(by, new RatingSettingChanged(onAnswers));
        }
        return of(by);
    }
}
