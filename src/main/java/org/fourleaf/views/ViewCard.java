package org.fourleaf.views;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;
import org.jspecify.annotations.Nullable;

/**
 * A view as the API shows it.
 *
 * @param names what the ids in the condition are called
 * @param missing what the condition names that is gone: such a view is broken and lists nothing until it is mended
 * @param editable whether the caller may change it
 */
record ViewCard(
        UUID id,
        String name,
        Sharing sharing,
        @Nullable Named owner,
        List<Named> agents,
        List<Named> departments,
        ConditionForm condition,
        List<String> columns,
        String sort,
        Map<String, String> names,
        List<Conditions.Missing> missing,
        boolean editable,
        long version) {

    record Named(UUID id, String name) {}
}
