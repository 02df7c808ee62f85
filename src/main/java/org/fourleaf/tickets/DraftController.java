package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the calling agent has begun to write in a ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/draft")
class DraftController {

    record Begun(
            @NotNull MessageType type,
            @NotNull @Size(max = Limits.TEXT_LENGTH_MAX) String html,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = Limits.EMAIL_LENGTH_MAX) String> cc,
            @Nullable @Size(max = 100) List<@NotNull UUID> attachments) {}

    private final Tickets tickets;
    private final DraftStore store;
    private final AttachmentStore attachments;
    private final Log log;
    private final Clock clock;

    DraftController(Tickets tickets, DraftStore store, AttachmentStore attachments, Log log, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.attachments = attachments;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ResponseEntity<Draft> get(Actor by, @PathVariable String code) {
        Draft draft = found(by, tickets.readable(by, code).id());
        return ResponseEntity.ok().eTag(ETags.of(draft.version())).body(draft);
    }

    /** With {@code If-Match} a newer version saved from another tab is not overwritten. */
    @PutMapping
    @Transactional
    ResponseEntity<Draft> save(
            Actor by,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Begun begun) {
        Ticket ticket = tickets.readable(by, code);
        List<UUID> files = begun.attachments == null ? List.of() : begun.attachments;
        attachments.mustBeFree(by, files);
        Long expected = ETags.expected(ifMatch);
        long current = store.find(by.workspace(), ticket.id(), by.agentId())
                .map(Draft::version)
                .orElse(0L);
        if (expected != null && expected != current) {
            throw Refusal.stale();
        }
        Draft draft = new Draft(
                begun.type,
                HtmlCleaning.clean(Texts.clean(begun.html), contentId -> null).html(),
                begun.cc == null ? List.of() : begun.cc,
                List.of(),
                files,
                clock.instant(),
                current);
        long version = store.save(by.workspace(), ticket.id(), by.agentId(), draft);
        log.write(by, new DraftSaved(ticket.id(), by.agentId(), ticket.department(), version));
        return ResponseEntity.ok().eTag(ETags.of(version)).body(found(by, ticket.id()));
    }

    @DeleteMapping
    @Transactional
    ResponseEntity<Void> delete(Actor by, @PathVariable String code) {
        store.delete(by.workspace(), tickets.readable(by, code).id(), by.agentId());
        return ResponseEntity.noContent().build();
    }

    private Draft found(Actor by, UUID ticket) {
        Draft draft = store.find(by.workspace(), ticket, by.agentId()).orElseThrow(() -> Refusal.notFound("draft"));
        return new Draft(
                draft.type(),
                draft.html(),
                draft.cc(),
                attachments.byIds(by.workspace(), draft.attachmentIds()),
                draft.attachmentIds(),
                draft.savedAt(),
                draft.version());
    }
}
