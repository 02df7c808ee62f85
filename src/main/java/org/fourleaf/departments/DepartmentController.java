package org.fourleaf.departments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Given;
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
    private static final int CAPACITY_MAX = 1_000;

    /** A new department: only its name is needed. */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> description,
            @Nullable DepartmentAccess access,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml,
            @Nullable @Min(0) @Max(REOPEN_DAYS_MAX) Integer reopenDays,
            @Nullable Boolean reopenForEver,
            @Nullable Boolean toSolve,
            @Nullable SolveOrder solveOrder,
            @Nullable RoutingMode routing,
            Given<@Min(1) @Max(CAPACITY_MAX) Integer> capacity,
            Given<UUID> mailbox,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> senderName,
            @Nullable AfterTalk afterChat,
            @Nullable AfterTalk afterCall,
            @Nullable Boolean rating) {

        private Change asChange() {
            return new Change(
                    name,
                    description,
                    access,
                    signatureHtml,
                    reopenDays,
                    reopenForEver,
                    toSolve,
                    solveOrder,
                    routing,
                    capacity,
                    mailbox,
                    senderName,
                    afterChat,
                    afterCall,
                    rating);
        }
    }

    /**
     * What is given is changed; a description, signature, capacity, mailbox or sender of null (or empty) is taken away;
     * {@code reopen_for_ever} wins over days.
     */
    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> description,
            @Nullable DepartmentAccess access,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml,
            @Nullable @Min(0) @Max(REOPEN_DAYS_MAX) Integer reopenDays,
            @Nullable Boolean reopenForEver,
            @Nullable Boolean toSolve,
            @Nullable SolveOrder solveOrder,
            @Nullable RoutingMode routing,
            Given<@Min(1) @Max(CAPACITY_MAX) Integer> capacity,
            Given<UUID> mailbox,
            Given<@Size(max = Limits.NAME_LENGTH_MAX) String> senderName,
            @Nullable AfterTalk afterChat,
            @Nullable AfterTalk afterCall,
            @Nullable Boolean rating) {

        private Department on(Department was) {
            return new Department(
                    was.id(),
                    name == null ? was.name() : Texts.name(name, "/name"),
                    Texts.orNull(description.or(was.description())),
                    Objects.requireNonNullElse(access, was.access()),
                    Texts.orNull(signatureHtml.or(was.signatureHtml())),
                    Boolean.TRUE.equals(reopenForEver) ? null : reopenDays == null ? was.reopenDays() : reopenDays,
                    was.isDefault(),
                    Objects.requireNonNullElse(toSolve, was.toSolve()),
                    Objects.requireNonNullElse(solveOrder, was.solveOrder()),
                    Objects.requireNonNullElse(routing, was.routing()),
                    capacity.or(was.capacity()),
                    mailbox.or(was.mailbox()),
                    sender(senderName.or(was.senderName())),
                    Objects.requireNonNullElse(afterChat, was.afterChat()),
                    Objects.requireNonNullElse(afterCall, was.afterCall()),
                    Objects.requireNonNullElse(rating, was.rating()),
                    was.members(),
                    was.version());
        }

        private static @Nullable String sender(@Nullable String name) {
            return name == null ? null : Texts.orNull(Texts.line(name));
        }
    }

    /** An agent's place; what is left out stays as it is, or as it is for new members. */
    record Place(
            @Nullable DepartmentRole role,
            @Nullable Boolean solves,
            @Nullable Set<ServedChannel> channels,
            Given<@Size(max = Limits.SHORT_TEXT_LENGTH_MAX) String> signatureHtml) {}

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
        Department made = wanted.asChange().on(Departments.named(Ids.next(), wanted.name, false));
        UUID id = editing.add(by, made);
        if (by.isAgent()) {
            joining.join(by, id, by.agentId(), DepartmentRole.LEAD, true);
        }
        return ResponseEntity.created(URI.create("/api/v1/departments/" + id))
                .eTag(ETags.of(made.version()))
                .body(departments.readable(by, id));
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<Department> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Department was = departments.readable(by, id);
        editing.change(by, change.on(was), ETags.expected(ifMatch));
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
        departments.readable(by, id);
        if (everybody.all) {
            joining.joinEverybody(by, id);
        }
        return departments.readable(by, id);
    }

    @PutMapping("/{id}/members/{agent}")
    @Transactional
    Department join(Actor by, @PathVariable UUID id, @PathVariable UUID agent, @RequestBody Place place) {
        departments.readable(by, id);
        joining.join(
                by,
                id,
                agent,
                new DepartmentJoining.Place(
                        place.role, place.solves, place.channels, place.signatureHtml.map(Texts::orNull)));
        return departments.readable(by, id);
    }

    @DeleteMapping("/{id}/members/{agent}")
    ResponseEntity<Void> leave(Actor by, @PathVariable UUID id, @PathVariable UUID agent) {
        departments.readable(by, id);
        joining.leave(by, id, agent);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Department> answer(Department department) {
        return ResponseEntity.ok().eTag(ETags.of(department.version())).body(department);
    }
}
