package org.fourleaf.rules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.web.ETags;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
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
import org.springframework.web.bind.annotation.RestController;

/** Time rules over HTTP, for those who may {@linkplain Permission#RULES_MANAGE manage} them. */
@RestController
@RequestMapping("/api/v1/time-rules")
class TimeRuleController {

    /** Ten years. */
    private static final ConditionForm ALWAYS = new ConditionForm(List.of(), null, null, null, null);

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable Boolean active,
            @NotNull TimeBasis measure,
            @NotNull @Positive @Max(Rule.SECONDS_MAX) Long seconds,
            @Nullable ConditionForm condition,
            @NotNull @Size(max = Rule.ACTIONS_MAX) List<@NotNull @Valid RuleAction> actions,
            @Nullable Boolean stop) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable Boolean active,
            @Nullable TimeBasis measure,
            @Nullable @Positive @Max(Rule.SECONDS_MAX) Long seconds,
            @Nullable ConditionForm condition,

            @Nullable @Size(max = Rule.ACTIONS_MAX) List<@NotNull @Valid RuleAction> actions,
            @Nullable Boolean stop) {}

    record Order(@NotNull @Size(max = Rule.RULES_MAX) List<@NotNull UUID> rules) {}

    private final RuleEditing editing;
    private final Conditions conditions;
    private final ActionReading actions;

    TimeRuleController(RuleEditing editing, Conditions conditions, ActionReading actions) {
        this.editing = editing;
        this.conditions = conditions;
        this.actions = actions;
    }

    /** All, in the order in which they are asked. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<RuleCard> list(Actor by) {
        return new Page<>(editing.all(by, true), null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<RuleCard> get(Actor by, @PathVariable UUID id) {
        editing.readable(by, id, true);
        return answer(editing.card(by, id));
    }

    /** Behind all others; active unless said otherwise. Without a condition it always matches. */
    @PostMapping
    @Transactional
    ResponseEntity<RuleCard> add(Actor by, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.RULES_MANAGE);
        RuleCard card = editing.add(
                by,
                new Rule(
                        Ids.next(),
                        Texts.name(wanted.name, "/name"),
                        wanted.notes == null ? "" : Texts.clean(wanted.notes),
                        !Boolean.FALSE.equals(wanted.active),
                        RuleTrigger.TIME,
                        condition(by, wanted.condition),
                        actions.read(by, wanted.actions, "/actions"),
                        Boolean.TRUE.equals(wanted.stop),
                        0,
                        0,
                        null,
                        wanted.measure,
                        wanted.seconds,
                        1));
        return ResponseEntity.created(URI.create("/api/v1/time-rules/" + card.id()))
                .eTag(ETags.of(card.version()))
                .body(card);
    }

    @PatchMapping("/{id}")
    @Transactional
    ResponseEntity<RuleCard> change(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Change change) {
        Rule was = editing.readable(by, id, true);
        Rule changed = new Rule(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.notes == null ? was.notes() : Texts.clean(change.notes),
                change.active == null ? was.active() : change.active,
                RuleTrigger.TIME,
                change.condition == null ? was.condition() : condition(by, change.condition),
                change.actions == null ? was.actions() : actions.read(by, change.actions, "/actions"),
                change.stop == null ? was.stops() : change.stop,
                was.place(),
                0,
                null,
                change.measure == null ? was.basis() : change.measure,
                change.seconds == null ? was.seconds() : change.seconds,
                was.version());
        return answer(editing.change(by, was, changed, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        editing.readable(by, id, true);
        editing.delete(by, id, ETags.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    /** The order in which they are asked; rules not named follow in the order they had. */
    @PutMapping("/order")
    @Transactional
    ResponseEntity<Void> arrange(Actor by, @Valid @RequestBody Order order) {
        editing.arrange(by, List.copyOf(new LinkedHashSet<>(order.rules)));
        return ResponseEntity.noContent().build();
    }

    /** What it did, newest first. */
    @GetMapping("/{id}/runs")
    @Transactional(readOnly = true)
    Page<RuleRunStore.Run> runs(Actor by, @PathVariable UUID id, Slice slice) {
        editing.readable(by, id, true);
        return editing.runs(by, id, slice);
    }

    private ConditionForm condition(Actor by, @Nullable ConditionForm form) {
        return form == null
                ? ALWAYS
                : conditions.readOfMoment(by, form, "/condition").form();
    }

    private static ResponseEntity<RuleCard> answer(RuleCard card) {
        return ResponseEntity.ok().eTag(ETags.of(card.version())).body(card);
    }
}
