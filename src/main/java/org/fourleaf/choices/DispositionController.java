package org.fourleaf.choices;

import jakarta.validation.Valid;
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

/** Dispositions over HTTP: how a case ended, chosen when it is resolved. Resolved tickets keep the word they were given. */
@RestController
@RequestMapping(DispositionController.PATH)
class DispositionController {

    static final String PATH = "/api/v1/dispositions";

    private final ChoiceRequests requests;

    DispositionController(ChoiceRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<Choice> list(Actor by) {
        return requests.list(by, ChoiceKind.DISPOSITION);
    }

    @GetMapping("/{id}")
    ResponseEntity<Choice> get(Actor by, @PathVariable UUID id) {
        return requests.get(by, ChoiceKind.DISPOSITION, id);
    }

    @PostMapping
    ResponseEntity<Choice> add(Actor by, @Valid @RequestBody ChoiceRequests.Wanted wanted) {
        return requests.add(by, ChoiceKind.DISPOSITION, PATH, wanted, null);
    }

    @PatchMapping("/{id}")
    ResponseEntity<Choice> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChoiceRequests.Change change) {
        return requests.change(by, ChoiceKind.DISPOSITION, id, ifMatch, change);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        return requests.delete(by, ChoiceKind.DISPOSITION, id);
    }
}
