package org.fourleaf.slas;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.conditions.Conditions;

/**
 * A rule that gives new tickets their level, as the API shows it.
 *
 * @param position from 1; the first active rule that fits a new ticket gives it its level
 * @param names what the ids in the condition are called
 * @param missing what the condition names that is gone: such a rule is broken until it is mended
 */
public record SlaRule(
        UUID id,
        String name,
        boolean active,
        ConditionForm condition,
        SlaLevel.Name level,
        int position,
        Map<String, String> names,
        List<Conditions.Missing> missing,
        long version) {}
