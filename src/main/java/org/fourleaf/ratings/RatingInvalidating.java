package org.fourleaf.ratings;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody says that a rating counts no more, and why; or that it does after all. The rating stays to be seen. */
@Component
@Transactional
public class RatingInvalidating {

    static final int REASON_LENGTH_MAX = 500;

    private final RatingStore store;
    private final RatingSights sights;
    private final ActivityWords words;
    private final Log log;
    private final Clock clock;

    RatingInvalidating(RatingStore store, RatingSights sights, ActivityWords words, Log log, Clock clock) {
        this.store = store;
        this.sights = sights;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One that counts no more already stays as it is.
     *
     * @throws Refusal not found when they may not see it; forbidden for who leads its department not, or is the one rated; conflict for
     *     what was said in a survey
     */
    public void invalidate(Actor by, UUID id, @Nullable Long expectedVersion, String reason) {
        StoredRating rating = writable(by, id, expectedVersion);
        if (rating.invalidatedAt() != null) {
            return;
        }
        UUID why = Ids.next();
        words.keep(by.workspace(), List.of(new ActivityWords.Words(why, rating.customer(), null, reason)));
        log.write(by, rating.invalidated(by.workspace(), why), clock.instant());
        store.invalidate(by.workspace(), id, by.id(), why, clock.instant());
    }

    /** It counts again, from when it was given. */
    public void restore(Actor by, UUID id, @Nullable Long expectedVersion) {
        StoredRating rating = writable(by, id, expectedVersion);
        if (rating.invalidatedAt() == null) {
            return;
        }
        UUID ticket = rating.ticket();
        if (ticket == null) {
            throw Refusal.conflict("not-possible", "It was brought in without a ticket and stays as it is.");
        }
        log.write(by, rating.given(ticket), rating.givenAt());
        store.restore(by.workspace(), id, store.lineJustWritten(by.workspace(), ActivityKind.RATING_GIVEN));
    }

    private StoredRating writable(Actor by, UUID id, @Nullable Long expectedVersion) {
        StoredRating rating = store.lock(by.workspace(), id).orElseThrow(RatingInvalidating::unseen);
        RatingSight sight = sights.of(by);
        if (!sight.sees(rating.agent(), rating.department())) {
            throw unseen();
        }
        if (!sight.mayInvalidate(rating.agent(), rating.department())) {
            throw Refusal.forbidden(
                    "not-yours",
                    "Leads invalidate ratings of their departments, and nobody their own without ratings_manage.");
        }
        if (expectedVersion != null && !Objects.equals(expectedVersion, rating.version())) {
            throw Refusal.stale();
        }
        if (rating.measure() != Measure.RATING) {
            throw Refusal.conflict("not-possible", "Only ratings of answers can be invalidated.");
        }
        return rating;
    }

    private static Refusal unseen() {
        return Refusal.notFound("rating");
    }
}
