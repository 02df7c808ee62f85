package org.fourleaf.rules;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule matched a ticket and did what it does. */
@Records(ActivityKind.RULE_RAN)
public record RuleRan(UUID ticket, UUID department, UUID rule) implements Fact {}
