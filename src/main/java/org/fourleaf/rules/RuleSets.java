package org.fourleaf.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rules of each workspace, kept in this node's memory under the version of the set. Whoever asks reads the version first, one row by
 * its key, so that a change is in force at once on every node.
 */
@Component
class RuleSets {

    private static final int WORKSPACES_KEPT_MAX = 1_000;

    private final RulesStore store;
    private final Conditions conditions;
    private final RuleReferences references;
    private final Cache<UUID, RuleSet> kept =
            Caffeine.newBuilder().maximumSize(WORKSPACES_KEPT_MAX).build();

    RuleSets(RulesStore store, Conditions conditions, RuleReferences references) {
        this.store = store;
        this.conditions = conditions;
        this.references = references;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public RuleSet of(UUID workspace) {
        long version = store.setVersion(workspace);
        if (version == 0) {
            return RuleSet.NONE;
        }
        RuleSet known = kept.getIfPresent(workspace);
        if (known != null && known.version() == version) {
            return known;
        }
        RuleSet read = read(Actor.system(workspace), version);
        kept.put(workspace, read);
        return read;
    }

    private RuleSet read(Actor by, long version) {
        List<Rule> rules = store.all(by.workspace());
        RuleReferences.Known known = references.known(by, rules);
        return RuleSet.of(
                version,
                rules.stream()
                        .map(rule -> new RuleSet.Ready(
                                rule, conditions.kept(rule.condition()), references.missing(known, rule)))
                        .toList());
    }
}
