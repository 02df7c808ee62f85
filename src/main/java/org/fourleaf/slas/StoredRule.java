package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;

/** An assignment rule as stored. */
record StoredRule(UUID id, String name, boolean active, ConditionForm condition, UUID level, int place, long version) {}
