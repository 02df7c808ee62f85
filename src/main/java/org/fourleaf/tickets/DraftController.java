package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the calling agent has begun to write. */
@RestController
class DraftController {

    private static final int ADDRESSES_MAX = 50;
    private static final int ATTACHMENTS_MAX = 100;

    /** @param tab tells the agent's windows apart: what another one wrote is kept when this one writes over it */
    record Begun(
            @NotNull MessageType type,
            @NotNull @Size(max = Limits.TEXT_LENGTH_MAX) String html,

            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull @Size(max = Limits.EMAIL_LENGTH_MAX) String> to,

            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull @Size(max = Limits.EMAIL_LENGTH_MAX) String> cc,

            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull @Size(max = Limits.EMAIL_LENGTH_MAX) String> bcc,

            @Nullable @Size(max = ATTACHMENTS_MAX) List<@NotNull UUID> attachments,
            @Nullable UUID inReplyTo,
            @Nullable TicketStatus status,
            @Nullable UUID tab) {}

    private final Drafting drafting;
    private final DraftQuery query;
    private final Departments departments;
    private final Clock clock;

    DraftController(Drafting drafting, DraftQuery query, Departments departments, Clock clock) {
        this.drafting = drafting;
        this.query = query;
        this.departments = departments;
        this.clock = clock;
    }

    /** Everything the caller has begun, in any ticket they may still see. */
    @GetMapping("/api/v1/drafts")
    @Transactional(readOnly = true)
    Page<DraftQuery.Begun> mine(Actor by, Slice slice) {
        return query.of(by.workspace(), by.agentId(), departments.seenBy(by), slice);
    }

    @GetMapping("/api/v1/tickets/{code}/drafts")
    Page<Draft> all(Actor by, @PathVariable String code) {
        return new Page<>(drafting.of(by, code), null);
    }

    /** Older words of a draft, which can be saved anew. */
    @GetMapping("/api/v1/tickets/{code}/drafts/{type}/past")
    Page<Draft> past(Actor by, @PathVariable String code, @PathVariable String type) {
        return new Page<>(drafting.past(by, code, typed(type)), null);
    }

    /** @param type none for the one saved last */
    @GetMapping("/api/v1/tickets/{code}/draft")
    ResponseEntity<Draft> get(
            Actor by, @PathVariable String code, @RequestParam(required = false) @Nullable String type) {
        MessageType wanted = type == null ? null : typed(type);
        return drafting.of(by, code).stream()
                .filter(draft -> wanted == null || draft.type() == wanted)
                .findFirst()
                .map(DraftController::answer)
                .orElseThrow(() -> Refusal.notFound("draft"));
    }

    /** With {@code If-Match} a newer version saved from another tab is not overwritten; without it the newer wins, the older is kept. */
    @PutMapping("/api/v1/tickets/{code}/draft")
    @Transactional
    ResponseEntity<Draft> save(
            Actor by,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Begun begun) {
        if (begun.type == MessageType.MESSAGE) {
            throw Refusal.invalid("/type", "One of reply, note, forward.");
        }
        Draft draft = new Draft(
                begun.type,
                AgentWords.begun(begun.html),
                orNone(begun.to),
                orNone(begun.cc),
                orNone(begun.bcc),
                List.of(),
                begun.attachments == null ? List.of() : begun.attachments,
                begun.inReplyTo,
                begun.status,
                clock.instant(),
                0);
        return answer(drafting.save(by, code, draft, ETags.expected(ifMatch), begun.tab));
    }

    /** @param type none for all of them */
    @DeleteMapping("/api/v1/tickets/{code}/draft")
    ResponseEntity<Void> delete(
            Actor by, @PathVariable String code, @RequestParam(required = false) @Nullable String type) {
        drafting.takeBack(by, code, type == null ? null : typed(type));
        return ResponseEntity.noContent().build();
    }

    private static MessageType typed(String name) {
        return switch (name) {
            case "reply" -> MessageType.REPLY;
            case "note" -> MessageType.NOTE;
            case "forward" -> MessageType.FORWARD;
            default -> throw Refusal.malformed("type", "One of reply, note, forward.");
        };
    }

    private static List<String> orNone(@Nullable List<String> addresses) {
        return addresses == null ? List.of() : addresses;
    }

    private static ResponseEntity<Draft> answer(Draft draft) {
        return ResponseEntity.ok().eTag(ETags.of(draft.version())).body(draft);
    }
}
