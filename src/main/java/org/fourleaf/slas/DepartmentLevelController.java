package org.fourleaf.slas;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which service level a department gives tickets that come to it, over HTTP. */
@RestController
@RequestMapping("/api/v1/departments/{id}/sla-level")
class DepartmentLevelController {

    /** @param level an id or a name; null for none */
    record Choice(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String level) {}

    /** @param level none: it gives none */
    record Given(SlaLevel.@Nullable Name level) {}

    private final SlaLevels levels;
    private final SlaLevelEditing editing;
    private final Departments departments;

    DepartmentLevelController(SlaLevels levels, SlaLevelEditing editing, Departments departments) {
        this.levels = levels;
        this.editing = editing;
        this.departments = departments;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Given get(Actor by, @PathVariable UUID id) {
        departments.readable(by, id);
        UUID level = levels.ofDepartment(by, id);
        return new Given(
                level == null
                        ? null
                        : new SlaLevel.Name(level, levels.stored(by, level).name()));
    }

    @PutMapping
    @Transactional
    Given choose(Actor by, @PathVariable UUID id, @Valid @RequestBody Choice choice) {
        UUID level = choice.level == null
                ? null
                : levels.find(by, choice.level)
                        .orElseThrow(() -> Refusal.invalid("/level", "There is no such service level."));
        editing.give(by, id, level);
        return get(by, id);
    }
}
