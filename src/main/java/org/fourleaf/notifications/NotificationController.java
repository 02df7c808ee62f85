package org.fourleaf.notifications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.fourleaf.email.NoticeMail;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calling agent's notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private static final int KINDS_MAX = 50;

    record Change(@NotNull Boolean read) {}

    /** @param upTo no newer ones than this; none for all @param ticket only those of this ticket; none for all */
    record Read(
            @Nullable UUID upTo,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String ticket) {}

    /** How many are unread, exact up to a thousand. */
    record Count(int unread) {}

    record How(
            @NotNull NotificationKind kind,
            @NotNull Boolean inApp,
            @NotNull Boolean mail,
            @NotNull Boolean browser) {}

    record Wish(
            @Nullable @Min(1) @Max(NotificationTaste.MAIL_AFTER_MINUTES_MAX)
            Integer mailAfterMinutes,

            @Nullable @Size(max = KINDS_MAX) List<@NotNull @Valid How> kinds) {}

    /** @param mailPossible whether there is a mailbox and a server to send mails with */
    record Settings(int mailAfterMinutes, boolean mailPossible, List<NotificationTaste.How> kinds, long version) {}

    private final NotificationReading reading;
    private final NoticeMail mail;

    NotificationController(NotificationReading reading, NoticeMail mail) {
        this.reading = reading;
        this.mail = mail;
    }

    /** The newest first, as far as their tickets may still be seen. */
    @GetMapping
    Page<Notification> list(Actor by, @RequestParam(defaultValue = "false") boolean unread, Slice slice) {
        return reading.page(by, unread, slice);
    }

    @GetMapping("/count")
    Count count(Actor by) {
        return new Count(reading.unread(by));
    }

    @PatchMapping("/{id}")
    Notification change(Actor by, @PathVariable UUID id, @Valid @RequestBody Change change) {
        return reading.mark(by, id, change.read);
    }

    /** Marks many as read and tells how many are left. */
    @PostMapping("/read")
    Count read(Actor by, @Valid @RequestBody Read read) {
        reading.markRead(by, read.upTo, read.ticket);
        return new Count(reading.unread(by));
    }

    @GetMapping("/settings")
    ResponseEntity<Settings> settings(Actor by) {
        return answer(by, reading.taste(by));
    }

    @PatchMapping("/settings")
    ResponseEntity<Settings> prefer(
            Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Wish wish) {
        List<NotificationTaste.How> kinds = wish.kinds == null
                ? List.of()
                : wish.kinds.stream()
                        .map(how -> new NotificationTaste.How(how.kind, how.inApp, how.mail, how.browser))
                        .toList();
        return answer(by, reading.prefer(by, kinds, wish.mailAfterMinutes, ETags.expected(ifMatch)));
    }

    private ResponseEntity<Settings> answer(Actor by, NotificationTaste taste) {
        return ResponseEntity.ok()
                .eTag(ETags.of(taste.version()))
                .body(new Settings(taste.mailAfterMinutes(), mail.possible(by), taste.kinds(), taste.version()));
    }
}
