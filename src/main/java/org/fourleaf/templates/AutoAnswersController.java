package org.fourleaf.templates;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a department answers by itself, over HTTP. All is off until somebody switches it on. */
@RestController
@RequestMapping("/api/v1/departments/{id}/auto-answers")
class AutoAnswersController {

    /** As {@link AutoAnswers}. */
    record Choice(
            @NotNull Boolean onCreation,
            @NotNull Boolean outOfHours,
            @NotNull Boolean holiday) {}

    private final AutoAnswerStore store;
    private final Departments departments;
    private final Log log;

    AutoAnswersController(AutoAnswerStore store, Departments departments, Log log) {
        this.store = store;
        this.departments = departments;
        this.log = log;
    }

    @GetMapping
    @Transactional(readOnly = true)
    ResponseEntity<Choice> get(Actor by, @PathVariable UUID id) {
        departments.readable(by, id);
        return answer(store.of(by.workspace(), id));
    }

    @PutMapping
    @Transactional
    ResponseEntity<Choice> choose(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Choice choice) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        departments.readable(by, id);
        Long expected = ETags.expected(ifMatch);
        if (expected != null && expected != store.of(by.workspace(), id).version()) {
            throw Refusal.stale();
        }
        store.put(by.workspace(), id, new AutoAnswers(choice.onCreation, choice.outOfHours, choice.holiday, 0));
        log.write(by, new AutoAnswersChanged(id, choice.onCreation, choice.outOfHours, choice.holiday));
        return answer(store.of(by.workspace(), id));
    }

    private static ResponseEntity<Choice> answer(AutoAnswers answers) {
        return ResponseEntity.ok()
                .eTag(ETags.of(answers.version()))
                .body(new Choice(answers.onCreation(), answers.outOfHours(), answers.holiday()));
    }
}
