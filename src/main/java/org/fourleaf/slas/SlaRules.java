package org.fourleaf.slas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ordered rules that give new tickets their level: read, added, edited, ordered and deleted. Every agent may read them. */
@Component
@Transactional
public class SlaRules {

    static final int RULES_MAX = 100;

    /** What becomes of a rule. @param level by id or name */
    public record Edit(String name, boolean active, ConditionForm condition, String level) {}

    private final RuleStore store;
    private final LevelStore levels;
    private final LevelBooks books;
    private final SlaLevels doors;
    private final Conditions conditions;
    private final Log log;

    SlaRules(RuleStore store, LevelStore levels, LevelBooks books, SlaLevels doors, Conditions conditions, Log log) {
        this.store = store;
        this.levels = levels;
        this.books = books;
        this.doors = doors;
        this.conditions = conditions;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public List<SlaRule> all(Actor by) {
        Map<UUID, String> names = doors.names(by);
        List<StoredRule> all = store.all(by.workspace());
        List<SlaRule> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            shown.add(shown(by, all.get(i), i + 1, names));
        }
        return shown;
    }

    @Transactional(readOnly = true)
    public SlaRule readable(Actor by, UUID id) {
        return all(by).stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow(SlaRules::unseen);
    }

    /** At the end of the order. @throws Refusal conflict when there are too many */
    public UUID add(Actor by, Edit wanted) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        List<StoredRule> all = store.all(by.workspace());
        if (all.size() >= RULES_MAX) {
            throw Refusal.conflict("too-many", "There may be " + RULES_MAX + " rules at most.");
        }
        int place = all.isEmpty() ? 1 : all.getLast().place() + 1;
        StoredRule rule = stored(by, Ids.next(), wanted, place, 1);
        store.insert(by.workspace(), rule);
        log.write(by, new SlaRuleChanged(rule.id(), true));
        return rule.id();
    }

    /** @throws Refusal stale when a version is expected and another is there */
    public void change(Actor by, UUID id, @Nullable Long expectedVersion, UnaryOperator<Edit> change) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        StoredRule was = store.find(by.workspace(), id).orElseThrow(SlaRules::unseen);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        Edit wanted = change.apply(
                new Edit(was.name(), was.active(), was.condition(), was.level().toString()));
        if (!store.update(by.workspace(), stored(by, id, wanted, was.place(), was.version()))) {
            throw Refusal.stale();
        }
        log.write(by, new SlaRuleChanged(id, false));
    }

    public void delete(Actor by, UUID id) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        if (!store.delete(by.workspace(), id)) {
            throw unseen();
        }
        log.write(by, new SlaRuleDeleted(id));
    }

    /** @param ids all of them, in their new order */
    public void order(Actor by, List<UUID> ids) {
        by.mustHave(Permission.DEPARTMENTS_MANAGE);
        turnPage(by);
        List<UUID> there =
                store.all(by.workspace()).stream().map(StoredRule::id).toList();
        if (ids.size() != there.size() || !new LinkedHashSet<>(ids).containsAll(there)) {
            throw Refusal.invalid("/rules", "Name each rule once; somebody may have added or deleted one meanwhile.");
        }
        store.order(by.workspace(), ids);
        log.write(by, new SlaRulesOrdered(ids.size()));
    }

    private void turnPage(Actor by) {
        levels.turnPage(by.workspace());
        books.forgetAfterCommit(by.workspace());
    }

    private StoredRule stored(Actor by, UUID id, Edit wanted, int place, long version) {
        Condition condition = conditions.read(by, wanted.condition, "/condition");
        UUID level = doors.find(by, wanted.level)
                .orElseThrow(() -> Refusal.invalid("/level", "There is no such service level."));
        return new StoredRule(id, wanted.name, wanted.active, condition.form(), level, place, version);
    }

    private SlaRule shown(Actor by, StoredRule rule, int position, Map<UUID, String> levelNames) {
        Condition condition = conditions.kept(rule.condition());
        Map<String, String> names = conditions.names(by, condition);
        return new SlaRule(
                rule.id(),
                rule.name(),
                rule.active(),
                rule.condition(),
                new SlaLevel.Name(rule.level(), levelNames.getOrDefault(rule.level(), "")),
                position,
                names,
                conditions.missing(by, condition, names),
                rule.version());
    }

    private static Refusal unseen() {
        return Refusal.notFound("rule");
    }
}
