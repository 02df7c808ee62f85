package org.fourleaf.rules;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule wants an agent to know of a ticket. */
@Records(ActivityKind.RULE_NOTICED)
public record RuleNoticed(UUID ticket, UUID agent, UUID department, UUID rule) implements Fact {}
