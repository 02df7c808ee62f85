package org.fourleaf.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.conditions.Condition;
import org.jspecify.annotations.Nullable;

/** A workspace's rules as they are asked: read once, in order, by what they wait for. Immutable, so that all threads share one. */
record RuleSet(long version, List<Ready> rules, Map<RuleTrigger, List<Ready>> listening, List<Ready> timed) {

    static final RuleSet NONE = new RuleSet(0, List.of(), Map.of(), List.of());

    /** A rule with its condition read. @param missing what it names that is gone: then it can't be asked */
    record Ready(Rule rule, Condition condition, List<RuleTrouble.Gone> missing) {

        boolean runs() {
            return missing.isEmpty();
        }
    }

    static RuleSet of(long version, List<Ready> rules) {
        Map<RuleTrigger, List<Ready>> listening = new EnumMap<>(RuleTrigger.class);
        rules.stream()
                .filter(ready -> ready.rule.active() && !ready.rule.isTimed())
                .forEach(ready -> listening
                        .computeIfAbsent(ready.rule.appliesWhen(), trigger -> new ArrayList<>())
                        .add(ready));
        return new RuleSet(
                version,
                List.copyOf(rules),
                listening,
                rules.stream()
                        .filter(ready -> ready.rule.active() && ready.rule.isTimed())
                        .toList());
    }

    /** Those of the triggers that some active rule waits for. */
    EnumSet<RuleTrigger> heard(Collection<RuleTrigger> triggers) {
        EnumSet<RuleTrigger> heard = EnumSet.noneOf(RuleTrigger.class);
        triggers.stream().filter(listening::containsKey).forEach(heard::add);
        return heard;
    }

    /** The active rules that wait for any of these, each once, in their order. */
    List<Ready> waitingFor(Set<RuleTrigger> triggers) {
        if (triggers.size() == 1) {
            return listening.getOrDefault(triggers.iterator().next(), List.of());
        }
        Map<UUID, Ready> found = new LinkedHashMap<>();
        rules.stream()
                .filter(ready -> ready.rule.active() && triggers.contains(ready.rule.appliesWhen()))
                .forEach(ready -> found.put(ready.rule.id(), ready));
        return List.copyOf(found.values());
    }

    @Nullable
    Ready byId(UUID id) {
        return rules.stream()
                .filter(ready -> ready.rule.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
