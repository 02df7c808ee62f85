package org.fourleaf.choices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.platform.Actor;
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

/** Sub-statuses over HTTP: finer words under a status, which stays for life. */
@RestController
@RequestMapping(SubStatusController.PATH)
class SubStatusController {

    static final String PATH = "/api/v1/sub-statuses";

    private static final String STATUSES = "new|open|answered|pending|resolved";

    /** A sub-status to be added under a status; without an order it comes last. */
    record Wanted(
            @NotBlank @Size(max = ChoiceRequests.NAME_LENGTH_MAX)
            String name,

            @NotNull @Pattern(regexp = STATUSES) String status,
            @Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer order) {}

    private final ChoiceRequests requests;

    SubStatusController(ChoiceRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<Choice> list(Actor by) {
        return requests.list(by, ChoiceKind.SUB_STATUS);
    }

    @GetMapping("/{id}")
    ResponseEntity<Choice> get(Actor by, @PathVariable UUID id) {
        return requests.get(by, ChoiceKind.SUB_STATUS, id);
    }

    @PostMapping
    ResponseEntity<Choice> add(Actor by, @Valid @RequestBody Wanted wanted) {
        return requests.add(
                by, ChoiceKind.SUB_STATUS, PATH, new ChoiceRequests.Wanted(wanted.name, wanted.order), wanted.status);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Choice> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChoiceRequests.Change change) {
        return requests.change(by, ChoiceKind.SUB_STATUS, id, ifMatch, change);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        return requests.delete(by, ChoiceKind.SUB_STATUS, id);
    }
}
