package org.fourleaf.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.fields.Field;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.Fields;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rules name, how it is called, and what of it is gone. Asked for many rules at once, with one statement a kind of thing. */
@Component
@Transactional(readOnly = true)
class RuleReferences {

    /** Something an action names. */
    record Named(String pointer, RuleThing thing, String value) {}

    /** What is still there. @param names by id @param fields keys of the workspace's own fields of tickets */
    record Known(Actor by, Map<String, String> names, Set<String> fields) {}

    private final Conditions conditions;
    private final RuleNamesQuery query;
    private final Fields fields;
    private final Clock clock;

    RuleReferences(Conditions conditions, RuleNamesQuery query, Fields fields, Clock clock) {
        this.clock = clock;
        this.conditions = conditions;
        this.query = query;
        this.fields = fields;
    }

    Known known(Actor by, Collection<Rule> rules) {
        Map<String, String> names = new LinkedHashMap<>();
        Condition all = new Condition.All(
                rules.stream().map(rule -> conditions.kept(rule.condition())).toList());
        names.putAll(conditions.names(by, all));
        Map<RuleThing, Set<UUID>> wanted = new LinkedHashMap<>();
        rules.forEach(rule -> named(rule.actions()).stream()
                .filter(named -> named.thing != RuleThing.FIELD)
                .forEach(named -> wanted.computeIfAbsent(named.thing, thing -> new HashSet<>())
                        .add(UUID.fromString(named.value))));
        wanted.forEach((thing, ids) ->
                query.names(by.workspace(), thing, ids).forEach((id, name) -> names.put(id.toString(), name)));
        return new Known(
                by,
                names,
                fields.of(by, FieldSubject.TICKET).stream().map(Field::key).collect(Collectors.toSet()));
    }

    List<RuleTrouble.Gone> missing(Known known, Rule rule) {
        List<RuleTrouble.Gone> missing = new ArrayList<>();
        conditions
                .missing(known.by, conditions.kept(rule.condition()), known.names)
                .forEach(gone ->
                        missing.add(new RuleTrouble.Gone("/condition" + gone.pointer(), gone.field(), gone.value())));
        for (Named named : named(rule.actions())) {
            boolean there = named.thing == RuleThing.FIELD
                    ? known.fields.contains(named.value)
                    : known.names.containsKey(named.value);
            if (!there) {
                missing.add(new RuleTrouble.Gone(named.pointer, named.thing.json(), named.value));
            }
        }
        return missing;
    }

    /** What is stored, or what is gone since and nobody has looked yet. */
    @Nullable
    RuleTrouble trouble(Known known, Rule rule) {
        List<RuleTrouble.Gone> missing = missing(known, rule);
        RuleTrouble stored = rule.trouble();
        boolean wasMissing = stored != null && stored.stops();
        if (missing.isEmpty()) {
            return wasMissing ? null : stored;
        }
        return wasMissing ? stored : RuleTrouble.missing(missing, clock.instant());
    }

    Map<String, String> namesIn(Known known, Rule rule) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(
                        conditions.kept(rule.condition()).tests().values().stream()
                                .flatMap(test -> test.values().stream()),
                        named(rule.actions()).stream().map(Named::value))
                .forEach(id -> {
                    String name = known.names.get(id);
                    if (name != null) {
                        names.put(id, name);
                    }
                });
        return names;
    }

    /** Everything that the actions name by id. */
    static List<Named> named(List<RuleAction> actions) {
        List<Named> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            RuleAction action = actions.get(i);
            String pointer = "/actions/" + i;
            add(all, pointer + "/department", RuleThing.DEPARTMENT, action.department());
            if (action.assign() != null && !ActionReading.ASSIGN_WORDS.contains(action.assign())) {
                add(all, pointer + "/assign", RuleThing.AGENT, action.assign());
            }
            each(all, pointer + "/tags/", RuleThing.TAG, action.tags());
            if (action.agents() != null) {
                for (int n = 0; n < action.agents().size(); n++) {
                    if (!action.agents().get(n).equals(ActionReading.ASSIGNEE)) {
                        add(
                                all,
                                pointer + "/agents/" + n,
                                RuleThing.AGENT,
                                action.agents().get(n));
                    }
                }
            }
            if (action.fields() != null) {
                action.fields()
                        .propertyNames()
                        .forEach(key -> add(all, pointer + "/fields/" + key, RuleThing.FIELD, key));
            }
            add(all, pointer + "/rule", RuleThing.RULE, action.rule());
            add(all, pointer + "/webhook", RuleThing.WEBHOOK, action.webhook());
            add(all, pointer + "/sla_level", RuleThing.SLA_LEVEL, action.slaLevel());
            add(all, pointer + "/predefined_answer", RuleThing.PREDEFINED_ANSWER, action.predefinedAnswer());
        }
        return all;
    }

    private static void each(List<Named> into, String pointer, RuleThing thing, @Nullable List<String> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            add(into, pointer + i, thing, values.get(i));
        }
    }

    private static void add(List<Named> into, String pointer, RuleThing thing, @Nullable String value) {
        if (value != null) {
            into.add(new Named(pointer, thing, value));
        }
    }
}
