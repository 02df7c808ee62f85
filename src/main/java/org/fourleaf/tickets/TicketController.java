package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One ticket over HTTP: read it, change it, read its history. */
@RestController
@RequestMapping("/api/v1/tickets/{code}")
class TicketController {

    /** What is given is changed; an assignee of null is nobody, a level of null is none. */
    record Change(
            @Nullable TicketStatus status,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> subStatus,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> disposition,
            @Nullable Instant postponedUntil,
            @Nullable String department,
            Given<@Size(max = Limits.EMAIL_LENGTH_MAX) String> assignee,
            @Nullable Priority priority,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> slaLevel,

            @Nullable @Size(max = CustomFields.TAGS_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> tags,

            @Nullable @Size(min = 1, max = Limits.SUBJECT_LENGTH_MAX)
            String subject,

            @Nullable @Size(min = 1, max = CustomFields.TYPE_LENGTH_MAX)
            String type,

            @Nullable ObjectNode fields) {}

    private final Tickets tickets;
    private final TicketCardQuery cards;
    private final TicketChanging changing;
    private final HistoryQuery history;
    private final References references;

    TicketController(
            Tickets tickets,
            TicketCardQuery cards,
            TicketChanging changing,
            HistoryQuery history,
            References references) {
        this.tickets = tickets;
        this.cards = cards;
        this.changing = changing;
        this.history = history;
        this.references = references;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ResponseEntity<TicketCard> get(Actor by, @PathVariable String code) {
        return answer(cards.one(by, tickets.readable(by, code).id()));
    }

    @PatchMapping
    @Transactional
    ResponseEntity<TicketCard> change(
            Actor by,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        UUID department =
                change.department == null ? null : references.department(by, change.department, "/department");
        Given<UUID> assignee = change.assignee.map(named -> references.agent(by, named, "/assignee"));
        Ticket changed = changing.change(
                by,
                code,
                new TicketChanging.Change(
                        change.status,
                        change.subStatus,
                        change.disposition,
                        change.postponedUntil,
                        department,
                        assignee,
                        change.priority,
                        change.slaLevel.map(named -> references.slaLevel(by, named, "/sla_level")),
                        change.tags,
                        change.subject == null ? null : Texts.name(change.subject, "/subject"),
                        change.type == null ? null : Texts.name(change.type, "/type"),
                        change.fields),
                ETags.expected(ifMatch));
        return answer(cards.one(by, changed.id()));
    }

    @GetMapping("/history")
    @Transactional(readOnly = true)
    Page<HistoryQuery.Entry> history(Actor by, @PathVariable String code, Slice slice) {
        return history.page(by, tickets.readable(by, code).id(), slice);
    }

    /** The ticket's facts as they are counted, with the seconds agents looked at it. */
    @GetMapping("/activities")
    @Transactional(readOnly = true)
    Page<HistoryQuery.Entry> activities(Actor by, @PathVariable String code, Slice slice) {
        return history.activities(by, tickets.readable(by, code).id(), slice);
    }

    private static ResponseEntity<TicketCard> answer(TicketCard card) {
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }
}
