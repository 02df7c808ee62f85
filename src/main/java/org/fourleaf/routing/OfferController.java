package org.fourleaf.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is offered to the caller, over HTTP. */
@RestController
@RequestMapping("/api/v1/offers")
class OfferController {

    /** An open offer. */
    record Open(UUID id, TicketCard ticket, Instant offeredAt, Instant until) {}

    private final OfferAnswering answering;
    private final TicketCardQuery cards;

    OfferController(OfferAnswering answering, TicketCardQuery cards) {
        this.answering = answering;
        this.cards = cards;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Open> list(Actor by) {
        List<Open> open = new ArrayList<>();
        for (Offer offer : answering.open(by)) {
            cards.cards(by, List.of(offer.ticket()))
                    .forEach(card -> open.add(new Open(offer.id(), card, offer.offeredAt(), offer.until())));
        }
        return new Page<>(open, null);
    }

    @PostMapping("/{id}/accept")
    @Transactional
    public ResponseEntity<TicketCard> accept(Actor by, @PathVariable UUID id) {
        TicketCard card = cards.one(by, answering.accept(by, id));
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }

    @PostMapping("/{id}/decline")
    @Transactional
    public ResponseEntity<Void> decline(Actor by, @PathVariable UUID id) {
        answering.decline(by, id);
        return ResponseEntity.noContent().build();
    }
}
