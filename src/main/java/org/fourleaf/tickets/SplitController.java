package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Splits a ticket over HTTP. */
@RestController
class SplitController {

    private static final int MESSAGES_MAX = 200;

    /** @param customer an id or an address; none for who wrote the first of the messages */
    record Wanted(
            @NotNull @Size(min = 1, max = MESSAGES_MAX) List<@NotNull UUID> messages,

            @Nullable @Size(min = 1, max = Limits.SUBJECT_LENGTH_MAX)
            String subject,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department,
            @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String customer) {}

    private final TicketSplitting splitting;
    private final References references;
    private final TicketCardQuery cards;

    SplitController(TicketSplitting splitting, References references, TicketCardQuery cards) {
        this.splitting = splitting;
        this.references = references;
        this.cards = cards;
    }

    @PostMapping("/api/v1/tickets/{code}/split")
    @Transactional
    ResponseEntity<TicketCard> split(Actor by, @PathVariable String code, @Valid @RequestBody Wanted wanted) {
        Ticket made = splitting.split(
                by,
                code,
                new TicketSplitting.Wanted(
                        wanted.messages,
                        wanted.subject == null ? null : Texts.name(wanted.subject, "/subject"),
                        wanted.department == null ? null : references.department(by, wanted.department, "/department"),
                        wanted.customer == null
                                ? null
                                : references
                                        .customer(by, wanted.customer)
                                        .orElseThrow(
                                                () -> Refusal.invalid("/customer", "There is no such customer."))));
        TicketCard card = cards.one(by, made.id());
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + made.code()))
                .eTag(ETags.of(card.version()))
                .body(card);
    }
}
