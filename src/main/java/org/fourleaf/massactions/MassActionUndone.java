package org.fourleaf.massactions;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A mass action was taken back, but for what others had changed since. */
@Records(ActivityKind.MASS_ACTION_UNDONE)
public record MassActionUndone(UUID action, int undone, int kept) implements Fact {}
