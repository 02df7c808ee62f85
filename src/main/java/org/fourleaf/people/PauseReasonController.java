package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reasons for pauses over HTTP. */
@RestController
@RequestMapping("/api/v1/pause-reasons")
class PauseReasonController {

    private static final int PLACE_MAX = 1_000;

    record Wanted(
            @NotBlank @Size(max = PauseReason.NAME_LENGTH_MAX)
            String name,

            @Nullable @Min(1) @Max(PLACE_MAX) Integer place) {}

    record Change(
            @Nullable @Size(min = 1, max = PauseReason.NAME_LENGTH_MAX)
            String name,

            @Nullable @Min(1) @Max(PLACE_MAX) Integer place) {}

    private final PauseReasonStore store;
    private final PauseReasonEditing editing;

    PauseReasonController(PauseReasonStore store, PauseReasonEditing editing) {
        this.store = store;
        this.editing = editing;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<PauseReason> list(Actor by) {
        return new Page<>(store.all(by.workspace()), null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    public ResponseEntity<PauseReason> get(Actor by, @PathVariable UUID id) {
        return answer(found(by, id));
    }

    @PostMapping
    @Transactional
    public ResponseEntity<PauseReason> add(Actor by, @Valid @RequestBody Wanted wanted) {
        PauseReason made = editing.add(by, Texts.name(wanted.name, "/name"), wanted.place);
        return ResponseEntity.created(URI.create("/api/v1/pause-reasons/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    @Transactional
    public ResponseEntity<PauseReason> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        PauseReason was = found(by, id);
        PauseReason wanted = new PauseReason(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.place == null ? was.place() : change.place,
                was.version());
        return answer(editing.change(by, wanted, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Transactional
    public ResponseEntity<Void> remove(Actor by, @PathVariable UUID id) {
        editing.remove(by, id);
        return ResponseEntity.noContent().build();
    }

    private PauseReason found(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("pause reason"));
    }

    private static ResponseEntity<PauseReason> answer(PauseReason reason) {
        return ResponseEntity.ok().eTag(ETags.of(reason.version())).body(reason);
    }
}
