package org.fourleaf.slas;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
import org.fourleaf.platform.web.Page;
import org.fourleaf.tickets.TicketStatus;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Service levels over HTTP. */
@RestController
@RequestMapping("/api/v1/sla-levels")
class SlaLevelController {

    private static final int DESCRIPTION_LENGTH_MAX = 2_000;
    private static final int STATUSES_MAX = 10;

    /** @param businessHours a calendar's id or name; null or nothing for always */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable @Size(max = DESCRIPTION_LENGTH_MAX) String description,
            @NotNull Targets targets,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String businessHours,
            @Nullable @Size(max = STATUSES_MAX) List<TicketStatus> pausing,
            Given<Integer> warningPercent) {}

    /** What is given takes the place of what is there as a whole. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = DESCRIPTION_LENGTH_MAX) String description,
            @Nullable Targets targets,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> businessHours,
            @Nullable @Size(max = STATUSES_MAX) List<TicketStatus> pausing,
            Given<Integer> warningPercent) {}

    private final SlaLevels levels;
    private final SlaLevelEditing editing;

    SlaLevelController(SlaLevels levels, SlaLevelEditing editing) {
        this.levels = levels;
        this.editing = editing;
    }

    @GetMapping
    Page<SlaLevel> list(Actor by) {
        return new Page<>(levels.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<SlaLevel> get(Actor by, @PathVariable UUID id) {
        return answer(levels.readable(by, id));
    }

    @PostMapping
    ResponseEntity<SlaLevel> add(Actor by, @Valid @RequestBody Wanted wanted) {
        UUID id = editing.add(
                by,
                new SlaLevelEditing.Edit(
                        Texts.name(wanted.name, "/name"),
                        wanted.description == null
                                ? ""
                                : Texts.clean(wanted.description).strip(),
                        wanted.targets,
                        wanted.businessHours,
                        wanted.pausing == null ? SlaLevelEditing.Edit.PAUSING_USUALLY : wanted.pausing,
                        wanted.warningPercent.or(SlaLevelEditing.Edit.WARNING_PERCENT_USUALLY)));
        SlaLevel made = levels.readable(by, id);
        return ResponseEntity.created(URI.create("/api/v1/sla-levels/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SlaLevel> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        editing.change(by, id, ETags.expected(ifMatch), was -> changed(was, change));
        return answer(levels.readable(by, id));
    }

    /** Its tickets go on under another level, or none: {@code move_to} names it. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(name = "move_to", required = false) @Nullable @Size(max = Limits.NAME_LENGTH_MAX)
                    String moveTo) {
        editing.delete(by, id, moveTo);
        return ResponseEntity.noContent().build();
    }

    private static SlaLevelEditing.Edit changed(SlaLevelEditing.Edit was, Change change) {
        return new SlaLevelEditing.Edit(
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.description == null
                        ? was.description()
                        : Texts.clean(change.description).strip(),
                change.targets == null ? was.targets() : change.targets,
                change.businessHours.or(was.businessHours()),
                change.pausing == null ? was.pausing() : change.pausing,
                change.warningPercent.or(was.warningPercent()));
    }

    private static ResponseEntity<SlaLevel> answer(SlaLevel level) {
        return ResponseEntity.ok().eTag(ETags.of(level.version())).body(level);
    }
}
