package org.fourleaf.ratings;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer wants no more surveys, or may be asked again: by their own word or an agent's who heard it. */
@Component
@Transactional
class SurveyRefusing {

    private final SurveySendingStore store;
    private final Log log;
    private final Clock clock;

    SurveyRefusing(SurveySendingStore store, Log log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Instant> since(Actor by, UUID customer) {
        return store.refusedSince(by.workspace(), customer);
    }

    void refuse(Actor by, UUID customer) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (store.refuse(by.workspace(), customer, clock.instant())) {
            log.write(by, new SurveysDeclined(customer));
        }
    }

    void takeBack(Actor by, UUID customer) {
        by.mustHave(Permission.CUSTOMERS_EDIT);
        if (store.mayAskAgain(by.workspace(), customer)) {
            log.write(by, new SurveysAllowed(customer));
        }
    }
}
