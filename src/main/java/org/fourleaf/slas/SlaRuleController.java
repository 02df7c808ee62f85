package org.fourleaf.slas;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules that give new tickets their level, over HTTP. */
@RestController
@RequestMapping("/api/v1/sla-rules")
class SlaRuleController {

    /** @param active yes unless said otherwise @param level an id or a name */
    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @Nullable Boolean active,
            @NotNull ConditionForm condition,
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String level) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable Boolean active,
            @Nullable ConditionForm condition,

            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String level) {}

    /** @param rules all of them */
    record Order(@NotNull @Size(max = SlaRules.RULES_MAX) List<@NotNull UUID> rules) {}

    private final SlaRules rules;

    SlaRuleController(SlaRules rules) {
        this.rules = rules;
    }

    @GetMapping
    Page<SlaRule> list(Actor by) {
        return new Page<>(rules.all(by), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<SlaRule> get(Actor by, @PathVariable UUID id) {
        return answer(rules.readable(by, id));
    }

    @PostMapping
    ResponseEntity<SlaRule> add(Actor by, @Valid @RequestBody Wanted wanted) {
        UUID id = rules.add(
                by,
                new SlaRules.Edit(
                        Texts.name(wanted.name, "/name"),
                        !Boolean.FALSE.equals(wanted.active),
                        wanted.condition,
                        wanted.level));
        SlaRule made = rules.readable(by, id);
        return ResponseEntity.created(URI.create("/api/v1/sla-rules/" + id))
                .eTag(ETags.of(made.version()))
                .body(made);
    }

    @PatchMapping("/{id}")
    ResponseEntity<SlaRule> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        rules.change(
                by,
                id,
                ETags.expected(ifMatch),
                was -> new SlaRules.Edit(
                        change.name == null ? was.name() : Texts.name(change.name, "/name"),
                        change.active == null ? was.active() : change.active,
                        change.condition == null ? was.condition() : change.condition,
                        change.level == null ? was.level() : change.level));
        return answer(rules.readable(by, id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(Actor by, @PathVariable UUID id) {
        rules.delete(by, id);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/order")
    Page<SlaRule> order(Actor by, @Valid @RequestBody Order order) {
        rules.order(by, order.rules);
        return list(by);
    }

    private static ResponseEntity<SlaRule> answer(SlaRule rule) {
        return ResponseEntity.ok().eTag(ETags.of(rule.version())).body(rule);
    }
}
