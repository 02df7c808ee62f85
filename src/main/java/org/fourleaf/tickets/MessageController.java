package org.fourleaf.tickets;

import jakarta.validation.Valid;
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

    static final int ADDRESSES_MAX = 50;
    static final int ATTACHMENTS_MAX = 100;

    /**
     * @param inReplyTo the message of the ticket that it answers or forwards
     * @param seen the last message the writer had before their eyes: if somebody else wrote since, it is not sent
     * @param status where the ticket goes with it, such as resolved for "send and resolve"
     * @param disposition how the case ended, for the status resolved
     * @param sendAt a time in the future; nothing happens before
     * @param undoSeconds how long it can be taken back; 0, the default, sends at once
     */
    record Written(
            @NotNull MessageType type,
            @Nullable String text,
            @Nullable String html,
            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull String> to,
            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull String> cc,
            @Nullable @Size(max = ADDRESSES_MAX) List<@NotNull String> bcc,
            @Nullable UUID inReplyTo,
            @Nullable UUID seen,
            @Nullable @Size(max = ATTACHMENTS_MAX) List<@NotNull UUID> attachments,
            @Nullable TicketStatus status,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String disposition,
            @Nullable Instant sendAt,
            @Nullable Integer undoSeconds) {

        Content content() {
            boolean bare = type == MessageType.FORWARD && isBlank(text) && isBlank(html);
            return bare ? Content.plain("") : AgentWords.content(text, html, "");
        }

        Timing timing() {
            return new Timing(sendAt, undoSeconds == null ? 0 : undoSeconds);
        }

        private static boolean isBlank(@Nullable String words) {
            return words == null || words.isBlank();
        }
    }

    private final Tickets tickets;
    private final ThreadQuery thread;
    private final TicketReplying replying;
    private final NoteMentions mentions;
    private final NewerMessageQuery newer;

    MessageController(
            Tickets tickets,
            ThreadQuery thread,
            TicketReplying replying,
            NoteMentions mentions,
            NewerMessageQuery newer) {
        this.tickets = tickets;
        this.thread = thread;
        this.replying = replying;
        this.mentions = mentions;
        this.newer = newer;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Page<MessageCard> list(Actor by, @PathVariable String code, Slice slice) {
        Ticket ticket = tickets.readable(by, code);
        return ticket.mergedInto() == null ? thread.page(by, ticket.id(), slice) : thread.mergedPage(by, ticket, slice);
    }

    @PostMapping
    @Transactional
    ResponseEntity<MessageCard> write(Actor by, @PathVariable String code, @Valid @RequestBody Written written) {
        if (written.type == MessageType.MESSAGE) {
            throw Refusal.invalid("/type", "One of reply, note, forward.");
        }
        if (written.type == MessageType.NOTE) {
            mentions.check(by, code, written.html);
        }
        if (written.seen != null && written.type != MessageType.NOTE) {
            // Locked first: what comes in meanwhile waits until this is sent.
            Ticket ticket = tickets.writable(by, code);
            if (newer.isThereOne(by, ticket.id(), written.seen)) {
                throw Refusal.conflict("newer-message", "Somebody wrote since; read it, then send again.");
            }
        }
        Message message = replying.write(
                by,
                code,
                new TicketReplying.Words(
                        written.type,
                        written.content(),
                        Addressing.of(written.to, written.cc, written.bcc, written.inReplyTo),
                        written.attachments == null ? List.of() : written.attachments,
                        written.status,
                        written.disposition,
                        written.timing()));
        MessageCard card = thread.one(by, message.id());
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + code + "/messages"))
                .body(card);
    }
}
