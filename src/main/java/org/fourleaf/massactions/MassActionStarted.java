package org.fourleaf.massactions;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody began to change many tickets at once. */
@Records(ActivityKind.MASS_ACTION_STARTED)
public record MassActionStarted(UUID action, int total) implements Fact {}
