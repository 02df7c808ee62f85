package org.fourleaf.rules;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A broken rule runs again without anybody having changed it. */
@Records(ActivityKind.RULE_MENDED)
public record RuleMended(UUID rule) implements Fact {}
