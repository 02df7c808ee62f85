package org.fourleaf.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts into a line what there is: a field that says nothing is left out, as in lines that come in. */
final class OutletFields {

    private OutletFields() {}

    static void putUnlessNull(ObjectNode line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value.toString());
        }
    }

    static void putList(ObjectNode line, String name, List<String> values) {
        ArrayNode array = line.putArray(name);
        values.forEach(array::add);
    }

    static void putListUnlessEmpty(ObjectNode line, String name, List<String> values) {
        if (!values.isEmpty()) {
            putList(line, name, values);
        }
    }
}
