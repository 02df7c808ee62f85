package org.fourleaf.massactions;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A mass action came to its end, or was stopped on its way. */
@Records(ActivityKind.MASS_ACTION_ENDED)
public record MassActionEnded(UUID action, int done, int unchanged, int failed, boolean cancelled) implements Fact {}
