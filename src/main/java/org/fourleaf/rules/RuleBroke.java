package org.fourleaf.rules;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A rule can't run any more, or failed too often. The trouble is its kind: missing, failed or loop. */
@Records(ActivityKind.RULE_BROKE)
public record RuleBroke(UUID rule, String trouble) implements Fact {}
