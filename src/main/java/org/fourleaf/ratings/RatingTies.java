package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.customers.CustomerTies;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ratings follow their customer; of an erased one the figures stay and the words go. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RatingTies implements CustomerTies {

    private final RatingStore store;
    private final SurveySendingStore surveys;

    RatingTies(RatingStore store, SurveySendingStore surveys) {
        this.store = store;
        this.surveys = surveys;
    }

    @Override
    public boolean move(Actor by, UUID from, UUID into) {
        store.move(by.workspace(), from, into);
        surveys.move(by.workspace(), from, into);
        return false;
    }

    @Override
    public boolean erase(Actor by, Erased who) {
        store.forgetWords(by.workspace(), who.customer());
        surveys.forget(by.workspace(), who.customer());
        return false;
    }
}
