package org.fourleaf.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.web.Caller;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roles agents can have, by id or name. */
@RestController
@RequestMapping("/api/v1/roles")
class RoleController {

    private static final int PERMISSIONS_MAX = 100;
    private static final int PERMISSION_LENGTH_MAX = 100;
    private static final int NAME_LENGTH_MAX = 100;

    record Wanted(
            @NotBlank @Size(max = NAME_LENGTH_MAX) String name,

            @NotNull @Size(max = PERMISSIONS_MAX)
            List<@NotNull @Size(max = PERMISSION_LENGTH_MAX) String> permissions) {}

    /** Fields left out stay. */
    record Change(
            @Nullable @Size(min = 1, max = NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = PERMISSIONS_MAX)
            List<@NotNull @Size(max = PERMISSION_LENGTH_MAX) String> permissions) {}

    private final RoleStore roles;
    private final RoleEditing editing;

    RoleController(RoleStore roles, RoleEditing editing) {
        this.roles = roles;
        this.editing = editing;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Page<Role> list(Actor by) {
        return new Page<>(roles.all(by.workspace()), null);
    }

    @GetMapping("/{role}")
    ResponseEntity<Role> get(Actor by, @PathVariable String role) {
        return answer(editing.readable(by, role));
    }

    @PostMapping
    ResponseEntity<Role> add(Actor by, Caller caller, @Valid @RequestBody Wanted wanted) {
        caller.mustBeWhole();
        Role made = editing.add(by, wanted.name, wanted.permissions);
        return ResponseEntity.created(URI.create("/api/v1/roles/" + made.id()))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{role}")
    ResponseEntity<Role> change(
            Actor by,
            Caller caller,
            @PathVariable String role,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        caller.mustBeWhole();
        Role was = editing.readable(by, role);
        return answer(editing.change(by, was, change.name, change.permissions, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{role}")
    ResponseEntity<Void> remove(
            Actor by,
            Caller caller,
            @PathVariable String role,
            @RequestParam @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String successor) {
        caller.mustBeWhole();
        editing.remove(by, editing.readable(by, role), successor);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Role> answer(Role role) {
        return ResponseEntity.ok().eTag(ETags.of(role.version())).body(role);
    }
}
