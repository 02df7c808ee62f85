package org.fourleaf.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes all rules out as one file, and puts such a file in: all of it, or with the first fault nothing. */
@Component
@Transactional
public class RuleFiling {

    private final RuleEditing editing;
    private final RuleNamesQuery names;
    private final Conditions conditions;
    private final ActionReading actions;

    RuleFiling(RuleEditing editing, RuleNamesQuery names, Conditions conditions, ActionReading actions) {
        this.editing = editing;
        this.names = names;
        this.conditions = conditions;
        this.actions = actions;
    }

    @Transactional(readOnly = true)
    public RuleFile out(Actor by) {
        List<RuleCard> cards = new ArrayList<>(editing.all(by, false));
        cards.addAll(editing.all(by, true));
        Map<String, String> words = new HashMap<>();
        cards.forEach(card -> words.putAll(card.names()));
        names.emails(by.workspace()).forEach((id, email) -> words.put(id.toString(), email));
        return new RuleFile(cards.stream()
                .map(card -> new RuleFile.Entry(
                        card.name(),
                        card.notes(),
                        card.active(),
                        card.applyWhen(),
                        card.measure(),
                        card.seconds(),
                        named(card.condition(), words),
                        card.actions().stream()
                                .map(action -> named(action, words))
                                .toList(),
                        card.stop()))
                .toList());
    }

    /** Behind the rules that are there. @throws Refusal invalid, naming the first fault @return their ids */
    public List<UUID> in(Actor by, RuleFile file) {
        by.mustHave(Permission.RULES_MANAGE);
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < file.rules().size(); i++) {
            RuleFile.Entry entry = file.rules().get(i);
            String at = "/rules/" + i;
            made.add(editing.add(by, read(by, entry, at)).id());
        }
        return made;
    }

    private Rule read(Actor by, RuleFile.Entry entry, String at) {
        boolean timed = entry.measure() != null;
        if (timed == (entry.applyWhen() != null)) {
            throw Refusal.invalid(at + "/apply_when", "What it waits for, or else the measure of a time rule.");
        }
        if (timed != (entry.seconds() != null)) {
            throw Refusal.invalid(at + "/seconds", "Together with a measure, and only then.");
        }
        return new Rule(
                Ids.next(),
                Texts.name(entry.name(), at + "/name"),
                entry.notes() == null ? "" : Texts.clean(entry.notes()),
                !Boolean.FALSE.equals(entry.active()),
                entry.applyWhen() == null ? RuleTrigger.TIME : entry.applyWhen(),
                entry.condition() == null
                        ? new ConditionForm(List.of(), null, null, null, null)
                        : conditions
                                .readOfMoment(by, entry.condition(), at + "/condition")
                                .form(),
                actions.read(by, entry.actions(), at + "/actions"),
                Boolean.TRUE.equals(entry.stop()),
                0,
                0,
                null,
                entry.measure(),
                entry.seconds() == null ? 0 : entry.seconds(),
                1);
    }

    private static ConditionForm named(ConditionForm form, Map<String, String> words) {
        return new ConditionForm(
                parts(form.all(), words),
                parts(form.any(), words),
                form.field(),
                form.op(),
                value(form.value(), words));
    }

    private static @Nullable List<ConditionForm> parts(@Nullable List<ConditionForm> parts, Map<String, String> words) {
        return parts == null
                ? null
                : parts.stream().map(part -> named(part, words)).toList();
    }

    private static @Nullable Object value(@Nullable Object value, Map<String, String> words) {
        return switch (value) {
            case String text -> words.getOrDefault(text, text);
            case List<?> many ->
                many.stream()
                        .map(one -> words.getOrDefault(String.valueOf(one), String.valueOf(one)))
                        .toList();
            case null, default -> value;
        };
    }

    private static RuleAction named(RuleAction action, Map<String, String> words) {
        return new RuleAction(
                action.type(),
                word(action.department(), words),
                word(action.assign(), words),
                each(action.tags(), words),
                action.fields(),
                action.priority(),
                action.subject(),
                action.html(),
                action.keepStatus(),
                action.to(),
                each(action.agents(), words),
                action.seconds(),
                action.disposition(),
                action.ticket(),
                word(action.rule(), words),
                word(action.webhook(), words),
                action.text(),
                word(action.slaLevel(), words),
                word(action.predefinedAnswer(), words),
                action.points(),
                action.badge());
    }

    private static @Nullable String word(@Nullable String id, Map<String, String> words) {
        return id == null ? null : words.getOrDefault(id, id);
    }

    private static @Nullable List<String> each(@Nullable List<String> ids, Map<String, String> words) {
        return ids == null
                ? null
                : ids.stream().map(id -> words.getOrDefault(id, id)).toList();
    }
}
