package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's thread over HTTP: read it, answer, note. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/messages")
class MessageController {

    private static final int CC_MAX = 50;
    private static final int ATTACHMENTS_MAX = 100;

    /** @param status where the ticket goes with it, such as resolved for "send and resolve" */
    record Written(
            @NotNull MessageType type,
            @Nullable String text,
            @Nullable String html,
            @Nullable @Size(max = CC_MAX) List<@NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String> cc,
            @Nullable @Size(max = ATTACHMENTS_MAX) List<@NotNull UUID> attachments,
            @Nullable TicketStatus status,
            @Nullable Instant sendAt) {}

    private final Tickets tickets;
    private final ThreadQuery thread;
    private final TicketReplying replying;

    MessageController(Tickets tickets, ThreadQuery thread, TicketReplying replying) {
        this.tickets = tickets;
        this.thread = thread;
        this.replying = replying;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<MessageCard> list(Actor by, @PathVariable String code, Slice slice) {
        return thread.page(by, tickets.readable(by, code).id(), slice);
    }

    @PostMapping
    @Transactional
    ResponseEntity<MessageCard> write(Actor by, @PathVariable String code, @Valid @RequestBody Written written) {
        if (written.type != MessageType.REPLY && written.type != MessageType.NOTE) {
            throw Refusal.invalid("/type", "One of reply, note.");
        }
        Message message = replying.write(
                by,
                code,
                new TicketReplying.Words(
                        written.type,
                        AgentWords.content(written.text, written.html, ""),
                        written.cc == null ? List.of() : written.cc,
                        written.attachments == null ? List.of() : written.attachments,
                        written.status,
                        written.sendAt));
        MessageCard card = thread.one(by, message.id());
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + code + "/messages"))
                .body(card);
    }
}
