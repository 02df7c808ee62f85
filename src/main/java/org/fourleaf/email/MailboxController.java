package org.fourleaf.email;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mailboxes over HTTP. */
@RestController
@RequestMapping("/api/v1/mailboxes")
class MailboxController {

    /** @param department an id or a name; none for the default one */
    record Wanted(
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String address,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String department) {}

    /** An address is what it is: another one is another mailbox. */
    record Change(
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> name,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> department) {}

    private final Mailboxes mailboxes;
    private final MailboxEditing editing;
    private final Departments departments;

    MailboxController(Mailboxes mailboxes, MailboxEditing editing, Departments departments) {
        this.mailboxes = mailboxes;
        this.editing = editing;
        this.departments = departments;
    }

    @GetMapping
    Page<Mailbox> list(Actor by) {
        return new Page<>(mailboxes.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<Mailbox> get(Actor by, @PathVariable UUID id) {
        return answer(mailboxes.readable(by, id));
    }

    @PostMapping
    ResponseEntity<Mailbox> add(Actor by, @Valid @RequestBody Wanted wanted) {
        Mailbox mailbox = editing.add(by, wanted.address, wanted.name, department(by, wanted.department));
        return ResponseEntity.created(URI.create("/api/v1/mailboxes/" + mailbox.id()))
                .eTag(ETags.of(mailbox.version()))
                .body(mailbox);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Mailbox> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Mailbox was = mailboxes.readable(by, id);
        return answer(editing.change(
                by,
                id,
                change.name.or(was.name()),
                change.department.present() ? department(by, change.department.value()) : was.departmentId(),
                ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        editing.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    private @Nullable UUID department(Actor by, @Nullable String reference) {
        return reference == null || reference.isBlank()
                ? null
                : departments
                        .find(by, reference)
                        .orElseThrow(() -> Refusal.invalid("/department", "There is no such department."));
    }

    private static ResponseEntity<Mailbox> answer(Mailbox mailbox) {
        return ResponseEntity.ok().eTag(ETags.of(mailbox.version())).body(mailbox);
    }
}
