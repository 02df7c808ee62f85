package org.fourleaf.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.people.AgentLeaving;
import org.fourleaf.people.Handover;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An agent who goes is offered nothing any more, and gives back what they took from To solve and did nothing with. */
@Component
@Order(WorkEnding.BEFORE_TICKETS_ARE_HANDED_OVER)
class WorkEnding implements AgentLeaving {

    static final int BEFORE_TICKETS_ARE_HANDED_OVER = 10;

    private static final int CLAIMS_MAX = 1_000;

    private final OfferStore offers;
    private final ClaimStore claims;
    private final TicketClaiming claiming;
    private final Log log;
    private final Clock clock;

    WorkEnding(OfferStore offers, ClaimStore claims, TicketClaiming claiming, Log log, Clock clock) {
        this.offers = offers;
        this.claims = claims;
        this.claiming = claiming;
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Actor by, UUID agent, @Nullable Handover handover) {
        Instant now = clock.instant();
        for (Offer open : offers.openOf(by.workspace(), agent)) {
            offers.lockOpen(by.workspace(), agent, open.id()).ifPresent(offer -> {
                offers.end(by.workspace(), offer.id(), Offer.End.WITHDRAWN, now);
                log.write(by, new OfferWithdrawn(offer.ticket(), agent, offer.department(), offer.id()), now);
            });
        }
        claims.of(by.workspace(), agent, CLAIMS_MAX).forEach(ticket -> claiming.giveBackFrom(by, ticket, agent, now));
    }
}
