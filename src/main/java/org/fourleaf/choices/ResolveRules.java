package org.fourleaf.choices;

import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What tickets need before they are resolved: a rule of the workspace, and a department's own instead of it. */
@Component
@Transactional
public class ResolveRules {

    /** Stands for the workspace. */
    static final UUID EVERYWHERE = new UUID(0, 0);

    private final ResolveRuleStore store;
    private final Log log;

    ResolveRules(ResolveRuleStore store, Log log) {
        this.store = store;
        this.log = log;
    }

    /** The rule that holds for a department's tickets. */
    @Transactional(readOnly = true)
    public ResolveRule of(Actor by, UUID department) {
        Map<UUID, ResolveRule> rules = store.of(by.workspace(), department);
        return rules.getOrDefault(department, rules.getOrDefault(EVERYWHERE, ResolveRule.NOTHING));
    }

    @Transactional(readOnly = true)
    Map<UUID, ResolveRule> all(Actor by) {
        return store.all(by.workspace());
    }

    /** @param rule none: the department goes by the workspace's rule again */
    void set(Actor by, UUID department, @Nullable ResolveRule rule) {
        by.mustHave(Permission.TAGS_MANAGE);
        if (rule == null) {
            store.delete(by.workspace(), department);
        } else {
            store.put(by.workspace(), department, rule);
        }
        log.write(
                by,
                new ResolveRuleChanged(
                        department.equals(EVERYWHERE) ? null : department,
                        rule == null ? null : rule.tagRequired(),
                        rule == null ? null : rule.dispositionRequired()));
    }
}
