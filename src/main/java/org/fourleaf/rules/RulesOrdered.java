package org.fourleaf.rules;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The rules stand in another order. */
@Records(ActivityKind.RULES_ORDERED)
public record RulesOrdered(List<UUID> rules) implements Fact {}
