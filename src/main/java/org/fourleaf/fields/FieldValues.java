package org.fourleaf.fields;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges the values of custom fields, whoever they are about. */
@Component
@Transactional(readOnly = true)
public class FieldValues {

    private final FieldStore store;

    FieldValues(FieldStore store) {
        this.store = store;
    }

    /**
     * What was there with what is given on top: null takes a value away, what is not named stays. Repeating a value that is there is
     * always right, also when its field is archived or gone.
     *
     * @throws Refusal invalid at {@code /fields/<key>} for an unknown field or a value that is not of its type
     */
    public ObjectNode merged(Actor by, FieldSubject subject, ObjectNode was, ObjectNode given) {
        ObjectNode now = was.deepCopy();
        Map<String, Field> fields = given.isEmpty() ? Map.of() : byKey(by, subject);
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                now.remove(key);
            } else if (!value.equals(was.get(key))) {
                now.set(key, judged(fields.get(key), value, pointer(key)));
            }
        }
        return now;
    }

    /** @throws Refusal invalid, naming each field that needs a value before the subject can be resolved */
    public void mustBeComplete(Actor by, FieldSubject subject, ObjectNode values) {
        List<Refusal.Fault> missing = store.of(by.workspace(), subject).stream()
                .filter(field -> field.required() == FieldNeed.TO_RESOLVE && !field.archived())
                .filter(field -> !Field.isAnswer(values.get(field.key())))
                .map(field -> new Refusal.Fault(
                        pointer(field.key()), field.name() + " is needed before the ticket can be resolved."))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    private Map<String, Field> byKey(Actor by, FieldSubject subject) {
        return store.of(by.workspace(), subject).stream().collect(Collectors.toMap(Field::key, Function.identity()));
    }

    private static JsonNode judged(@Nullable Field field, JsonNode value, String pointer) {
        if (field == null) {
            throw Refusal.invalid(pointer, "There is no such field.");
        }
        if (field.archived()) {
            throw Refusal.invalid(pointer, "This field is archived and takes no new value.");
        }
        return field.value(value, pointer);
    }

    private static String pointer(String key) {
        return "/fields/" + key.replace("~", "~0").replace("/", "~1");
    }
}
