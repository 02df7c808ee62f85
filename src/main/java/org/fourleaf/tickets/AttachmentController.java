package org.fourleaf.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files over HTTP: uploaded for an answer, downloaded from the thread of a ticket one may see. */
@RestController
@RequestMapping("/api/v1/attachments")
class AttachmentController {

    private static final long FILE_BYTES_MAX = 40L * 1024 * 1024;
    private static final Set<String> SHOWN_INLINE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final AttachmentStore store;
    private final TicketStore tickets;
    private final Tickets door;
    private final Blobs blobs;
    private final TransactionOperations transaction;

    AttachmentController(
            AttachmentStore store, TicketStore tickets, Tickets door, Blobs blobs, TransactionOperations transaction) {
        this.store = store;
        this.tickets = tickets;
        this.door = door;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /** The body is the file; its name, percent-encoded, comes in {@code X-Filename}. */
    @PostMapping
    ResponseEntity<Attachment> upload(
            Actor by,
            @RequestHeader("X-Filename") String encodedName,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        by.mustHave(Permission.TICKETS_REPLY);
        Blobs.Blob blob;
        try {
            blob = blobs.write(by.workspace(), body, FILE_BYTES_MAX);
        } catch (Blobs.TooLarge e) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE, "too-large", "A file may have " + FILE_BYTES_MAX / 1024 / 1024 + " MB.");
        }
        Attachment attachment = new Attachment(
                Ids.next(), name(encodedName), safeType(type), blob.size(), false, blob.hash(), null, by.agentId());
        transaction.executeWithoutResult(status -> {
            blobs.record(by, blob);
            store.insert(by.workspace(), attachment);
        });
        return ResponseEntity.created(URI.create(attachment.url())).body(attachment);
    }

    /** Everything downloads, except raster images, which may be looked at in place. */
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<Resource> download(Actor by, @PathVariable UUID id) {
        Attachment attachment = store.find(by.workspace(), id)
                .filter(found -> maySee(by, found))
                .orElseThrow(() -> Refusal.notFound("attachment"));
        boolean shown = SHOWN_INLINE.contains(attachment.type());
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(attachment.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new FileSystemResource(blobs.path(by.workspace(), attachment.hash())));
    }

    private boolean maySee(Actor by, Attachment attachment) {
        UUID ticket = attachment.ticket();
        if (ticket == null) {
            return by.isAgent() && by.agentId().equals(attachment.addedBy());
        }
        return tickets.find(by.workspace(), ticket)
                .filter(found -> door.mayRead(by, found))
                .isPresent();
    }

    private static String name(String encoded) {
        try {
            String name = Texts.line(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
            String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return bare.isBlank() ? "file" : Texts.cut(bare, Limits.NAME_LENGTH_MAX);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("X-Filename", "Percent-encode the file's name as UTF-8.");
        }
    }

    private static String safeType(@Nullable String type) {
        try {
            MediaType parsed = MediaType.parseMediaType(type == null ? "application/octet-stream" : type);
            return Texts.cut(parsed.getType() + "/" + parsed.getSubtype(), Limits.NAME_LENGTH_MAX);
        } catch (RuntimeException e) {
            return "application/octet-stream";
        }
    }
}
