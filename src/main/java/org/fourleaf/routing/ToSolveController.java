package org.fourleaf.routing;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.tickets.TicketCard;
import org.fourleaf.tickets.TicketCardQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To solve over HTTP: the number beside the button, and the button. */
@RestController
@RequestMapping("/api/v1/to-solve")
class ToSolveController {

    /** How many the agent may take now. @param capped there are more than {@value ToSolveQuery#COUNTED_MAX} */
    record Waiting(long count, boolean capped) {}

    private final TicketClaiming claiming;
    private final TicketCardQuery cards;

    ToSolveController(TicketClaiming claiming, TicketCardQuery cards) {
        this.claiming = claiming;
        this.cards = cards;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Waiting count(Actor by) {
        long n = claiming.count(by);
        return new Waiting(Math.min(n, ToSolveQuery.COUNTED_MAX), n > ToSolveQuery.COUNTED_MAX);
    }

    /** 200 with the ticket, now the caller's; 204 when there is nothing to solve. */
    @PostMapping
    @Transactional
    public ResponseEntity<TicketCard> next(Actor by) {
        Optional<UUID> taken = claiming.next(by);
        if (taken.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        TicketCard card = cards.one(by, taken.get());
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }
}
