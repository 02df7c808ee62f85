package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who besides the customer takes part in a ticket, over HTTP. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/participants")
class ParticipantController {

    record Wanted(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name) {}

    private final Tickets tickets;
    private final Participants participants;
    private final ParticipantStore store;

    ParticipantController(Tickets tickets, Participants participants, ParticipantStore store) {
        this.tickets = tickets;
        this.participants = participants;
        this.store = store;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<ParticipantStore.Participant> list(Actor by, @PathVariable String code) {
        return new Page<>(store.list(by.workspace(), tickets.readable(by, code).id()), null);
    }

    /** In copy from now on. */
    @PostMapping
    @Transactional
    ResponseEntity<ParticipantStore.Participant> add(
            Actor by, @PathVariable String code, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.TICKETS_REPLY);
        Ticket ticket = tickets.writable(by, code);
        String address = EmailAddress.ofLenient(wanted.email)
                .orElseThrow(() -> Refusal.invalid("/email", "This must be an e-mail address."));
        participants.add(by, ticket, address, wanted.name == null ? null : Texts.orNull(Texts.line(wanted.name)));
        return store.list(by.workspace(), ticket.id()).stream()
                .filter(one -> one.email().equals(address))
                .findFirst()
                .map(one -> ResponseEntity.created(URI.create("/api/v1/tickets/" + code + "/participants"))
                        .body(one))
                .orElseThrow(() -> Refusal.conflict("too-many", "The ticket has as many participants as it may have."));
    }

    @DeleteMapping("/{email}")
    @Transactional
    ResponseEntity<Void> remove(Actor by, @PathVariable String code, @PathVariable String email) {
        by.mustHave(Permission.TICKETS_REPLY);
        if (!store.remove(by.workspace(), tickets.writable(by, code).id(), java.util.List.of(Texts.key(email)))) {
            throw Refusal.notFound("participant");
        }
        return ResponseEntity.noContent().build();
    }
}
