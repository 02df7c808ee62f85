package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One message over HTTP, and what can be done with an answer while it waits to be sent. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/messages/{id}")
class HeldMessageController {

    record Change(@NotNull Instant sendAt) {}

    private final HeldReplying replying;
    private final Tickets tickets;
    private final ThreadQuery thread;

    HeldMessageController(HeldReplying replying, Tickets tickets, ThreadQuery thread) {
        this.replying = replying;
        this.tickets = tickets;
        this.thread = thread;
    }

    @GetMapping
    @Transactional(readOnly = true)
    MessageCard get(Actor by, @PathVariable String code, @PathVariable UUID id) {
        return thread.oneOf(by, tickets.readable(by, code), id);
    }

    /** To another time. */
    @PatchMapping
    @Transactional
    MessageCard reschedule(
            Actor by, @PathVariable String code, @PathVariable UUID id, @Valid @RequestBody Change change) {
        replying.reschedule(by, code, id, change.sendAt);
        return thread.one(by, id);
    }

    /** Now, not at its time. */
    @PostMapping("/send")
    @Transactional
    MessageCard send(Actor by, @PathVariable String code, @PathVariable UUID id) {
        replying.sendNow(by, code, id);
        return thread.one(by, id);
    }

    /** Takes an answer that waits back into its writer's draft; 409 once it is sent. */
    @DeleteMapping
    @Transactional
    ResponseEntity<Void> takeBack(Actor by, @PathVariable String code, @PathVariable UUID id) {
        replying.takeBack(by, code, id);
        return ResponseEntity.noContent().build();
    }
}
