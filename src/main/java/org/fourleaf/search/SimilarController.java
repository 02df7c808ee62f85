package org.fourleaf.search;

import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.TicketCard;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is like a ticket, over HTTP. */
@RestController
class SimilarController {

    /** A few tickets, the most alike first. Articles will stand beside them. */
    record Similar(List<TicketCard> items) {}

    private final SimilarTickets similar;

    SimilarController(SimilarTickets similar) {
        this.similar = similar;
    }

    @GetMapping("/api/v1/tickets/{code}/similar")
    @Transactional(readOnly = true)
    Similar similar(Actor by, @PathVariable String code) {
        return new Similar(similar.of(by, code));
    }
}
