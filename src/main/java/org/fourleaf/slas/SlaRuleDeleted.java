package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule that gave new tickets a service level was deleted. */
@Records(ActivityKind.SLA_RULE_DELETED)
public record SlaRuleDeleted(UUID rule) implements Fact {}
