package org.fourleaf.slas;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The rules that give new tickets a service level are asked in another order. */
@Records(ActivityKind.SLA_RULES_ORDERED)
public record SlaRulesOrdered(int rules) implements Fact {}
