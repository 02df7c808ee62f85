package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's merge into another over HTTP; taking it away undoes it. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/merge")
class MergeController {

    /** @param into the code of the ticket that stays */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String into) {}

    private final TicketMerging merging;
    private final Tickets tickets;
    private final TicketCardQuery cards;

    MergeController(TicketMerging merging, Tickets tickets, TicketCardQuery cards) {
        this.merging = merging;
        this.tickets = tickets;
        this.cards = cards;
    }

    @PutMapping
    @Transactional
    ResponseEntity<TicketCard> merge(Actor by, @PathVariable String code, @Valid @RequestBody Wanted wanted) {
        merging.merge(by, code, wanted.into);
        TicketCard card = cards.one(by, tickets.readable(by, code).id());
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }

    @DeleteMapping
    @Transactional
    ResponseEntity<Void> undo(Actor by, @PathVariable String code) {
        merging.undo(by, code);
        return ResponseEntity.noContent().build();
    }
}
