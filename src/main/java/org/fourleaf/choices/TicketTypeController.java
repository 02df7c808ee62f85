package org.fourleaf.choices;

import jakarta.validation.Valid;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ticket types over HTTP. Tickets keep the word they were given. */
@RestController
@RequestMapping(TicketTypeController.PATH)
class TicketTypeController {

    static final String PATH = "/api/v1/ticket-types";

    private final ChoiceRequests requests;

    TicketTypeController(ChoiceRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<Choice> list(Actor by) {
        return requests.list(by, ChoiceKind.TICKET_TYPE);
    }

    @GetMapping("/{id}")
    ResponseEntity<Choice> get(Actor by, @PathVariable UUID id) {
        return requests.get(by, ChoiceKind.TICKET_TYPE, id);
    }

    @PostMapping
    ResponseEntity<Choice> add(Actor by, @Valid @RequestBody ChoiceRequests.Wanted wanted) {
        return requests.add(by, ChoiceKind.TICKET_TYPE, PATH, wanted, null);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Choice> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChoiceRequests.Change change) {
        return requests.change(by, ChoiceKind.TICKET_TYPE, id, ifMatch, change);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        return requests.delete(by, ChoiceKind.TICKET_TYPE, id);
    }
}
