package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workspace itself over HTTP; every agent sees it. */
@RestController
@RequestMapping("/api/v1/workspace")
class WorkspaceController {

    /** Fields left out stay. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String timeZone,
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String language) {}

    private final WorkspaceEditing editing;

    WorkspaceController(WorkspaceEditing editing) {
        this.editing = editing;
    }

    @GetMapping
    ResponseEntity<WorkspaceCard> get(Actor by) {
        return answer(editing.find(by));
    }

    @PatchMapping
    ResponseEntity<WorkspaceCard> change(
            Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        return answer(editing.change(
                by,
                change.name == null ? null : Texts.name(change.name, "/name"),
                change.timeZone == null ? null : AgentWords.placesTimeZone(change.timeZone, "/time_zone"),
                change.language == null ? null : AgentWords.uiLanguage(change.language, "/language"),
                ETags.expected(ifMatch)));
    }

    private static ResponseEntity<WorkspaceCard> answer(WorkspaceCard card) {
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }
}
