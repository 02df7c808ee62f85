package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.blobs.Blobs;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Received mails over HTTP: handed in raw, and followed to their ticket. */
@RestController
@RequestMapping("/api/v1")
class IntakeController {

    private final Mailboxes mailboxes;
    private final MailAccepting accepting;
    private final IntakeQuery query;
    private final Blobs blobs;

    IntakeController(Mailboxes mailboxes, MailAccepting accepting, IntakeQuery query, Blobs blobs) {
        this.mailboxes = mailboxes;
        this.accepting = accepting;
        this.query = query;
        this.blobs = blobs;
    }

    /** The same path as through the SMTP door: kept first, filed after. */
    @PostMapping(path = "/mailboxes/{id}/mails", consumes = "message/rfc822")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<IntakeQuery.Card> upload(Actor by, @PathVariable UUID id, InputStream body) throws IOException {
        by.mustHave(Permission.MAILBOXES_MANAGE);
        Mailbox mailbox = mailboxes.readable(by, id);
        UUID intake;
        try {
            MailAccepting.Delivery delivery =
                    new MailAccepting.Delivery(new MailboxStore.Place(by.workspace(), mailbox.id()), List.of());
            intake = accepting
                    .accept(Intake.Source.API, null, List.of(delivery), body)
                    .getFirst();
        } catch (Blobs.TooLarge e) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE, "too-large", "A mail may have " + accepting.bytesMax() + " bytes at most.");
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/mails/" + intake))
                .body(query.readable(by, intake));
    }

    @GetMapping("/mails/{id}")
    IntakeQuery.Card get(Actor by, @PathVariable UUID id) {
        return query.readable(by, id);
    }

    /** As it came, always as a download. */
    @GetMapping("/mails/{id}/raw")
    ResponseEntity<Resource> raw(Actor by, @PathVariable UUID id) {
        IntakeQuery.Card card = query.readable(by, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".eml")
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new FileSystemResource(blobs.path(by.workspace(), card.hash())));
    }
}
