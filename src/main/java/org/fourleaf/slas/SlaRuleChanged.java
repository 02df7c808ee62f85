package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule that gives new tickets a service level was added or edited. */
@Records(ActivityKind.SLA_RULE_CHANGED)
public record SlaRuleChanged(UUID rule, boolean added) implements Fact {}
