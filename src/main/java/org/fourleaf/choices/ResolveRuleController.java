package org.fourleaf.choices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a ticket needs before it is resolved, over HTTP: the workspace's rule, and departments that have their own. */
@RestController
@RequestMapping("/api/v1/resolve-rules")
class ResolveRuleController {

    record Wanted(@NotNull Boolean tagRequired, @NotNull Boolean dispositionRequired) {

        ResolveRule rule() {
            return new ResolveRule(tagRequired, dispositionRequired);
        }
    }

    record Named(UUID id, String name) {}

    record OfDepartment(Named department, boolean tagRequired, boolean dispositionRequired) {}

    record Rules(boolean tagRequired, boolean dispositionRequired, List<OfDepartment> departments) {}

    private final ResolveRules rules;
    private final Departments departments;

    ResolveRuleController(ResolveRules rules, Departments departments) {
        this.rules = rules;
        this.departments = departments;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Rules get(Actor by) {
        Map<UUID, ResolveRule> all = rules.all(by);
        ResolveRule everywhere = all.getOrDefault(ResolveRules.EVERYWHERE, ResolveRule.NOTHING);
        return new Rules(
                everywhere.tagRequired(),
                everywhere.dispositionRequired(),
                departments.all(by).stream()
                        .filter(department -> all.containsKey(department.id()))
                        .map(department -> {
                            ResolveRule rule = all.getOrDefault(department.id(), ResolveRule.NOTHING);
                            return new OfDepartment(
                                    new Named(department.id(), department.name()),
                                    rule.tagRequired(),
                                    rule.dispositionRequired());
                        })
                        .toList());
    }

    @PutMapping
    @Transactional
    public Rules set(Actor by, @Valid @RequestBody Wanted wanted) {
        rules.set(by, ResolveRules.EVERYWHERE, wanted.rule());
        return get(by);
    }

    /** By id or name: this department goes by its own rule from now on. */
    @PutMapping("/{department}")
    @Transactional
    public Rules setOf(Actor by, @PathVariable String department, @Valid @RequestBody Wanted wanted) {
        rules.set(by, id(by, department), wanted.rule());
        return get(by);
    }

    /** It goes by the workspace's rule again. */
    @DeleteMapping("/{department}")
    @Transactional
    public ResponseEntity<Void> unsetOf(Actor by, @PathVariable String department) {
        rules.set(by, id(by, department), null);
        return ResponseEntity.noContent().build();
    }

    private UUID id(Actor by, String reference) {
        return departments.find(by, reference).orElseThrow(() -> Refusal.notFound("department"));
    }
}
