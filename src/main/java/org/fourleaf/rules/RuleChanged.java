package org.fourleaf.rules;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule was made, changed, switched or removed. */
@Records(ActivityKind.RULE_CHANGED)
public record RuleChanged(UUID rule, boolean active, boolean removed) implements Fact {}
