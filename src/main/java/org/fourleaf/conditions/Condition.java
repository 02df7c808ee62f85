package org.fourleaf.conditions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a ticket must be like. A pure value: {@link ConditionParsing} makes it, {@link ConditionQuery} asks the database, {@link TicketPicture} one ticket. */
public sealed interface Condition {

    /** Groups in groups, the outermost counted. */
    int DEPTH_MAX = 4;

    int TESTS_MAX = 50;
    int VALUES_MAX = 100;
    int VALUE_LENGTH_MAX = 500;

    /** Every part must hold; an empty one always does. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One part must hold. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One field compared.
     *
     * @param key which of the workspace's own fields or of a mail's headers
     * @param values as texts: ids, names of choices, instants, seconds, {@code true} or {@code false}
     */
    record Test(TicketField field, @Nullable String key, Operator operator, List<String> values) implements Condition {

        public Test {
            values = List.copyOf(values);
        }

        /** As it is written: with its key, where it has one. */
        public String fieldName() {
            return key == null ? field.json() : field.prefix() + key;
        }

        /** Only a rule can ask it: lists have neither a message at hand nor patience for patterns. */
        public boolean momentary() {
            return field.momentary() || operator == Operator.MATCHES;
        }

        private ConditionForm asForm() {
            @Nullable Object value = values.size() == 1 ? values.getFirst() : values;
            if (operator.takesNoValue()) {
                value = null;
            } else if (operator.takesSeconds()) {
                value = Long.valueOf(values.getFirst());
            } else if (field.kind() == TicketField.Kind.FLAG) {
                value = Boolean.valueOf(values.getFirst());
            }
            return ConditionForm.test(fieldName(), operator.json(), value);
        }
    }

    /** Its JSON form: reading that again gives an equal condition. */
    default ConditionForm form() {
        return switch (this) {
            case All(List<Condition> parts) ->
                new ConditionForm(parts.stream().map(Condition::form).toList(), null, null, null, null);
            case Any(List<Condition> parts) ->
                new ConditionForm(null, parts.stream().map(Condition::form).toList(), null, null, null);
            case Test test -> test.asForm();
        };
    }

    /** Every test with the JSON pointer that leads to it. */
    default Map<String, Test> tests() {
        Map<String, Test> tests = new LinkedHashMap<>();
        collect("", tests);
        return tests;
    }

    private void collect(String pointer, Map<String, Test> into) {
        switch (this) {
            case All(List<Condition> parts) -> each(pointer + "/all/", parts, into);
            case Any(List<Condition> parts) -> each(pointer + "/any/", parts, into);
            case Test test -> into.put(pointer, test);
        }
    }

    private static void each(String pointer, List<Condition> parts, Map<String, Test> into) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).collect(pointer + i, into);
        }
    }

    /** The same with other tests. */
    default Condition with(UnaryOperator<Test> change) {
        return switch (this) {
            case All(List<Condition> parts) -> new All(changed(parts, change));
            case Any(List<Condition> parts) -> new Any(changed(parts, change));
            case Test test -> change.apply(test);
        };
    }

    private static List<Condition> changed(List<Condition> parts, UnaryOperator<Test> change) {
        List<Condition> changed = new ArrayList<>();
        parts.forEach(part -> changed.add(part.with(change)));
        return changed;
    }
}
