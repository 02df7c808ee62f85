package org.fourleaf.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes, arranges and removes rules. In force at once: whoever asks the rules next, on any node, has them as they are now. */
@Component
@Transactional
class RuleEditing {

    private final RulesStore store;
    private final RuleRunStore runs;
    private final TimeRuleStore times;
    private final RuleReferences references;
    private final Departments departments;
    private final Log log;

    RuleEditing(
            RulesStore store,
            RuleRunStore runs,
            TimeRuleStore times,
            RuleReferences references,
            Departments departments,
            Log log) {
        this.store = store;
        this.runs = runs;
        this.times = times;
        this.references = references;
        this.departments = departments;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public Rule readable(Actor by, UUID id) {
        by.mustHave(Permission.RULES_MANAGE);
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("rule"));
    }

    /** @param timed whether it is a time rule */
    @Transactional(readOnly = true)
    public Rule readable(Actor by, UUID id, boolean timed) {
        Rule rule = readable(by, id);
        if (rule.isTimed() != timed) {
            throw Refusal.notFound(timed ? "time rule" : "rule");
        }
        return rule;
    }

    /** All of them, in their order. @param timed time rules, or the others */
    @Transactional(readOnly = true)
    public List<RuleCard> all(Actor by, boolean timed) {
        by.mustHave(Permission.RULES_MANAGE);
        return cards(
                by,
                store.all(by.workspace()).stream()
                        .filter(rule -> rule.isTimed() == timed)
                        .toList());
    }

    @Transactional(readOnly = true)
    public RuleCard card(Actor by, UUID id) {
        return cards(by, List.of(readable(by, id))).getFirst();
    }

    /** Behind all others. */
    RuleCard add(Actor by, Rule rule) {
        by.mustHave(Permission.RULES_MANAGE);
        store.raiseSetVersion(by.workspace());
        if (store.count(by.workspace()) >= Rule.RULES_MAX) {
            throw Refusal.conflict("too-many-rules", "There are " + Rule.RULES_MAX + " rules; remove one first.");
        }
        store.insert(by.workspace(), rule);
        look(by, rule);
        log.write(by, new RuleChanged(rule.id(), rule.active(), false));
        return card(by, rule.id());
    }

    /** @param changed as it shall be, with the version that was read */
    RuleCard change(Actor by, Rule was, Rule changed, @Nullable Long expectedVersion) {
        by.mustHave(Permission.RULES_MANAGE);
        store.raiseSetVersion(by.workspace());
        if ((expectedVersion != null && expectedVersion != was.version()) || !store.update(by.workspace(), changed)) {
            throw Refusal.stale();
        }
        look(by, changed);
        log.write(by, new RuleChanged(was.id(), changed.active(), false));
        return card(by, was.id());
    }

    void delete(Actor by, UUID id, @Nullable Long expectedVersion) {
        store.raiseSetVersion(by.workspace());
        Rule rule = readable(by, id);
        if (expectedVersion != null && expectedVersion != rule.version()) {
            throw Refusal.stale();
        }
        store.delete(by.workspace(), id);
        times.clear(by.workspace(), id, true);
        log.write(by, new RuleChanged(id, false, true));
    }

    /** A time rule goes through all tickets that are there; one that is switched off looks at none. */
    private void look(Actor by, Rule rule) {
        if (rule.isTimed() && rule.active()) {
            times.begin(by.workspace(), rule.id());
        } else if (rule.isTimed()) {
            times.clear(by.workspace(), rule.id(), false);
        }
    }

    /** @throws Refusal invalid for an order that names a rule there is not */
    void arrange(Actor by, List<UUID> order) {
        by.mustHave(Permission.RULES_MANAGE);
        store.raiseSetVersion(by.workspace());
        List<UUID> known = store.all(by.workspace()).stream().map(Rule::id).toList();
        for (int i = 0; i < order.size(); i++) {
            if (!known.contains(order.get(i))) {
                throw Refusal.invalid("/rules/" + i, "There is no such rule.");
            }
        }
        store.arrange(by.workspace(), order);
        log.write(by, new RulesOrdered(order));
    }

    /** What it did, newest first. */
    @Transactional(readOnly = true)
    public Page<RuleRunStore.Run> runs(Actor by, UUID id, Slice slice) {
        readable(by, id);
        Cursor after = slice.after(1);
        return slice.page(
                runs.page(
                        by.workspace(), id, departments.seenBy(by), after == null ? null : after.id(0), slice.fetch()),
                last -> Cursor.of(last.id()));
    }

    private List<RuleCard> cards(Actor by, List<Rule> rules) {
        RuleReferences.Known known = references.known(by, rules);
        Map<UUID, Instant> last =
                runs.last(by.workspace(), rules.stream().map(Rule::id).toList());
        List<RuleCard> cards = new ArrayList<>();
        for (Rule rule : rules) {
            cards.add(new RuleCard(
                    rule.id(),
                    rule.name(),
                    rule.notes(),
                    rule.active(),
                    rule.isTimed() ? null : rule.appliesWhen(),
                    rule.basis(),
                    rule.isTimed() ? rule.seconds() : null,
                    rule.condition(),
                    rule.actions(),
                    rule.stops(),
                    rule.place(),
                    references.namesIn(known, rule),
                    references.trouble(known, rule),
                    last.get(rule.id()),
                    rule.version()));
        }
        return cards;
    }
}
