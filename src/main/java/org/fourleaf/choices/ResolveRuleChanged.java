package org.fourleaf.choices;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** What a department's tickets need to be resolved changed; no department means the workspace, no flags that it has no own rule now. */
@Records(ActivityKind.RESOLVE_RULE_CHANGED)
public record ResolveRuleChanged(
        @Nullable UUID department,
        @Nullable Boolean tagRequired,
        @Nullable Boolean dispositionRequired) implements Fact {}
