package org.fourleaf.rules;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** Rules over HTTP, for those who may {@linkplain Permission#RULES_MANAGE manage} them. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private static final ConditionForm ALWAYS = new ConditionForm(List.of(), null, null, null, null);

    record Wanted(
            @NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable Boolean active,
            @NotNull RuleTrigger applyWhen,
            @Nullable ConditionForm condition,
            @NotNull @Size(max = Rule.ACTIONS_MAX) List<@NotNull @Valid RuleAction> actions,
            @Nullable Boolean stop) {}

    record Change(
            @Nullable @Size(min = 1, max = Limits.NAME_LENGTH_MAX)
            String name,

            @Nullable @Size(max = Limits.SHORT_TEXT_LENGTH_MAX)
            String notes,

            @Nullable Boolean active,
            @Nullable RuleTrigger applyWhen,
            @Nullable ConditionForm condition,

            @Nullable @Size(max = Rule.ACTIONS_MAX) List<@NotNull @Valid RuleAction> actions,
            @Nullable Boolean stop) {}

    record Trial(@Nullable RuleTrigger applyWhen, @Nullable ConditionForm condition) {}

    record Order(@NotNull @Size(max = Rule.RULES_MAX) List<@NotNull UUID> rules) {}

    private final RuleEditing editing;
    private final Conditions conditions;
    private final ActionReading actions;
    private final RuleTrying trying;
    private final RuleFiling filing;

    RuleController(
            RuleEditing editing, Conditions conditions, ActionReading actions, RuleTrying trying, RuleFiling filing) {
        this.filing = filing;
        this.trying = trying;
        this.editing = editing;
        this.conditions = conditions;
        this.actions = actions;
    }

    /** All, in the order in which they are asked. */
    @GetMapping
    @Transactional(readOnly = true)
    Page<RuleCard> list(Actor by) {
        return new Page<>(editing.all(by, false), null);
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    ResponseEntity<RuleCard> get(Actor by, @PathVariable UUID id) {
        editing.readable(by, id, false);
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
                        wanted.applyWhen,
                        condition(by, wanted.condition),
                        actions.read(by, wanted.actions, "/actions"),
                        Boolean.TRUE.equals(wanted.stop),
                        0,
                        0,
                        null,
                        null,
                        0,
                        1));
        return ResponseEntity.created(URI.create("/api/v1/rules/" + card.id()))
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
        Rule was = editing.readable(by, id, false);
        Rule changed = new Rule(
                id,
                change.name == null ? was.name() : Texts.name(change.name, "/name"),
                change.notes == null ? was.notes() : Texts.clean(change.notes),
                change.active == null ? was.active() : change.active,
                change.applyWhen == null ? was.appliesWhen() : change.applyWhen,
                change.condition == null ? was.condition() : condition(by, change.condition),
                change.actions == null ? was.actions() : actions.read(by, change.actions, "/actions"),
                change.stop == null ? was.stops() : change.stop,
                was.place(),
                0,
                null,
                null,
                0,
                was.version());
        return answer(editing.change(by, was, changed, ETags.expected(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @Transactional
    ResponseEntity<Void> delete(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        editing.readable(by, id, false);
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

    /** Which of the last {@value RuleTrying#TICKETS} tickets it would match, and why the others not; nothing is done to them. */
    @PostMapping("/dry-run")
    @Transactional(readOnly = true)
    RuleTrying.Tried tryOut(Actor by, @Valid @RequestBody Trial trial) {
        by.mustHave(Permission.RULES_MANAGE);
        return trying.tryOut(
                by,
                trial.applyWhen == null ? RuleTrigger.TICKET_CREATED : trial.applyWhen,
                conditions.kept(condition(by, trial.condition)));
    }

    /** All rules and time rules, with names instead of ids, for another desk or for later. */
    @GetMapping("/export")
    @Transactional(readOnly = true)
    RuleFile export(Actor by) {
        return filing.out(by);
    }

    /** Adds the rules of a file behind those there are: all of them, or with the first fault none. */
    @PostMapping("/import")
    @Transactional
    ResponseEntity<Page<RuleCard>> bringIn(Actor by, @Valid @RequestBody RuleFile file) {
        by.mustHave(Permission.RULES_MANAGE);
        return ResponseEntity.status(201)
                .body(new Page<>(
                        filing.in(by, file).stream()
                                .map(id -> editing.card(by, id))
                                .toList(),
                        null));
    }

    /** What it did, newest first. */
    @GetMapping("/{id}/runs")
    @Transactional(readOnly = true)
    Page<RuleRunStore.Run> runs(Actor by, @PathVariable UUID id, Slice slice) {
        editing.readable(by, id, false);
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
