package org.fourleaf.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketAssigning;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent accepts or declines what was offered. */
@Component
@Transactional
class OfferAnswering {

    private final OfferStore offers;
    private final TicketClaiming claiming;
    private final TicketAssigning assigning;
    private final RoutingSettingStore settings;
    private final Log log;
    private final Clock clock;

    OfferAnswering(
            OfferStore offers,
            TicketClaiming claiming,
            TicketAssigning assigning,
            RoutingSettingStore settings,
            Log log,
            Clock clock) {
        this.offers = offers;
        this.claiming = claiming;
        this.assigning = assigning;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Offer> open(Actor by) {
        Instant now = clock.instant();
        return by.isAgent()
                ? offers.openOf(by.workspace(), by.agentId()).stream()
                        .filter(offer -> offer.until().isAfter(now))
                        .toList()
                : List.of();
    }

    /** @return the ticket, now the agent's. @throws Refusal conflict when the offer is over */
    UUID accept(Actor by, UUID id) {
        by.mustHave(Permission.TICKETS_REPLY);
        Instant now = clock.instant();
        Offer offer = mustBeOpen(by, id, now);
        Ticket ticket = assigning.lock(by, offer.ticket()).orElseThrow();
        boolean free = ticket.assignee() == null || ticket.assignee().equals(by.id());
        if (!free || !ticket.status().isWaiting() || ticket.mergedInto() != null) {
            throw over();
        }
        offers.end(by.workspace(), id, Offer.End.ACCEPTED, now);
        claiming.claim(by, offer.ticket(), by.agentId());
        long seconds = Duration.between(offer.offeredAt(), now).toSeconds();
        log.write(by, new OfferAccepted(offer.ticket(), offer.agent(), offer.department(), id, seconds));
        breathe(by);
        return offer.ticket();
    }

    /** @throws Refusal conflict when the offer is over */
    void decline(Actor by, UUID id) {
        Instant now = clock.instant();
        Offer offer = mustBeOpen(by, id, now);
        offers.end(by.workspace(), id, Offer.End.DECLINED, now);
        log.write(by, new OfferDeclined(offer.ticket(), offer.agent(), offer.department(), id), now);
        breathe(by);
    }

    private void breathe(Actor by) {
        offers.breathe(
                by.workspace(),
                Map.of(
                        by.agentId(),
                        clock.instant().plus(settings.of(by.workspace()).breathing())));
    }

    private Offer mustBeOpen(Actor by, UUID id, Instant now) {
        UUID agent = by.agentId();
        if (!offers.exists(by.workspace(), agent, id)) {
            throw Refusal.notFound("offer");
        }
        return offers.lockOpen(by.workspace(), agent, id)
                .filter(offer -> offer.until().isAfter(now))
                .orElseThrow(OfferAnswering::over);
    }

    private static Refusal over() {
        return Refusal.conflict("offer-over", "This offer is over: its time passed, or the ticket is taken.");
    }
}
