package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tickets that have to do with one, over HTTP. Those the caller may not see are left out. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/links")
class LinkController {

    private static final int SHOWN_MAX = 200;

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String ticket) {}

    record Linked(String code, String subject, TicketStatus status, String customer, LinkKind kind, Instant at) {}

    private final TicketLinking linking;
    private final LinkStore store;
    private final Tickets tickets;
    private final TicketStore ticketStore;
    private final TicketCardQuery cards;

    LinkController(
            TicketLinking linking, LinkStore store, Tickets tickets, TicketStore ticketStore, TicketCardQuery cards) {
        this.linking = linking;
        this.store = store;
        this.tickets = tickets;
        this.ticketStore = ticketStore;
        this.cards = cards;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<Linked> list(Actor by, @PathVariable String code) {
        return new Page<>(shown(by, tickets.readable(by, code)), null);
    }

    @PostMapping
    @Transactional
    ResponseEntity<Linked> link(Actor by, @PathVariable String code, @Valid @RequestBody Wanted wanted) {
        linking.link(by, code, wanted.ticket);
        UUID other = tickets.readable(by, wanted.ticket).id();
        TicketCard card = cards.one(by, other);
        Instant at = store.of(by.workspace(), tickets.readable(by, code).id(), SHOWN_MAX).stream()
                .filter(link -> link.other().equals(other))
                .findFirst()
                .orElseThrow()
                .at();
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + code + "/links"))
                .body(linked(card, LinkKind.RELATED, at));
    }

    @DeleteMapping("/{other}")
    @Transactional
    ResponseEntity<Void> unlink(Actor by, @PathVariable String code, @PathVariable String other) {
        linking.unlink(by, code, other);
        return ResponseEntity.noContent().build();
    }

    private List<Linked> shown(Actor by, Ticket ticket) {
        List<LinkStore.Link> links = store.of(by.workspace(), ticket.id(), SHOWN_MAX);
        List<LinkStore.Link> seen = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        Map<UUID, Ticket> others = new HashMap<>();
        ticketStore
                .findAll(
                        by.workspace(),
                        links.stream().map(LinkStore.Link::other).toList())
                .forEach(other -> others.put(other.id(), other));
        for (LinkStore.Link link : links) {
            Ticket other = others.get(link.other());
            if (other != null && tickets.mayRead(by, other)) {
                seen.add(link);
                ids.add(link.other());
            }
        }
        List<TicketCard> named = cards.cards(by, ids);
        List<Linked> shown = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            shown.add(linked(named.get(i), seen.get(i).kind(), seen.get(i).at()));
        }
        return shown;
    }

    private static Linked linked(TicketCard card, LinkKind kind, Instant at) {
        return new Linked(
                card.code(), card.subject(), card.status(), card.customer().name(), kind, at);
    }
}
