package org.fourleaf.departments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Departments and their members over HTTP. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentController {

    private static final int REOPEN_DAYS_MAX = 36_500;

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String description,

            @Nullable DepartmentAccess access,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String signatureHtml,

            @Nullable @Min(0) @Max(REOPEN_DAYS_MAX) Integer reopenDays) {}

    /** What is given is changed; an empty description or signature removes it; {@code reopen_for_ever} wins over days. */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String description,

            @Nullable DepartmentAccess access,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String signatureHtml,

            @Nullable @Min(0) @Max(REOPEN_DAYS_MAX) Integer reopenDays,
            @Nullable Boolean reopenForEver) {}

    record Place(@Nullable DepartmentRole role, @Nullable Boolean solves) {}

    record Everybody(boolean all) {}

    private final Departments departments;
    private final DepartmentEditing editing;
    private final DepartmentJoining joining;

    DepartmentController(Departments departments, DepartmentEditing editing, DepartmentJoining joining) {
        this.departments = departments;
        this.editing = editing;
        this.joining = joining;
    }

    @GetMapping
    Page<Department> list(Actor by) {
        return new Page<>(departments.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<Department> get(Actor by, @PathVariable UUID id) {
        return answer(departments.readable(by, id));
    }

    @PostMapping
    @Transactional
    ResponseEntity<Department> add(Actor by, @Valid @RequestBody Wanted wanted) {
        UUID id = editing.add(
                by,
                new Department(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        Texts.orNull(wanted.description),
                        Optional.ofNullable(wanted.access).orElse(DepartmentAccess.ALL),
                        Texts.orNull(wanted.signatureHtml),
                        wanted.reopenDays == null
                                ? Integer.valueOf(Departments.REOPEN_DAYS_DEFAULT)
                                : wanted.reopenDays,
                        false,
                        List.of(),
                        1));
        if (by.isAgent()) {
            joining.join(by, id, by.agentId(), DepartmentRole.LEAD, true);
        }
        Department made = departments.readable(by, id);
        return ResponseEntity.created(URI.create("/api/v1/departments/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<Department> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Department was = departments.readable(by, id);
        Department wanted = new Department(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.description == null ? was.description() : Texts.orNull(change.description),
                change.access == null ? was.access() : change.access,
                change.signatureHtml == null ? was.signatureHtml() : Texts.orNull(change.signatureHtml),
                Boolean.TRUE.equals(change.reopenForEver)
                        ? null
                        : change.reopenDays == null ? was.reopenDays() : change.reopenDays,
                was.isDefault(),
                was.members(),
                was.version());
        editing.change(by, wanted, ETags.expected(ifMatch));
        return answer(departments.readable(by, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Actor by, @PathVariable UUID id, @RequestParam(name = "move_to", required = false) @Nullable UUID moveTo) {
        editing.delete(by, id, moveTo);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{id}/members")
    @Transactional
    Department addAll(Actor by, @PathVariable UUID id, @RequestBody Everybody everybody) {
        if (everybody.all) {
            joining.joinEverybody(by, id);
        }
        return departments.readable(by, id);
    }

    @PutMapping("/{id}/members/{agent}")
    @Transactional
    Department join(Actor by, @PathVariable UUID id, @PathVariable UUID agent, @RequestBody Place place) {
        joining.join(
                by,
                id,
                agent,
                Optional.ofNullable(place.role).orElse(DepartmentRole.SOLVER),
                !Boolean.FALSE.equals(place.solves));
        return departments.readable(by, id);
    }

    @DeleteMapping("/{id}/members/{agent}")
    ResponseEntity<Void> leave(Actor by, @PathVariable UUID id, @PathVariable UUID agent) {
        joining.leave(by, id, agent);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Department> answer(Department department) {
        return ResponseEntity.ok().eTag(ETags.of(department.version())).body(department);
    }
}
