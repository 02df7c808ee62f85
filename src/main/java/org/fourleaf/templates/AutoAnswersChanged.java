package org.fourleaf.templates;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A department answers new tickets by itself, or does so no more. */
@Records(ActivityKind.AUTO_ANSWERS_CHANGED)
public record AutoAnswersChanged(UUID department, boolean onCreation, boolean outOfHours, boolean holiday)
        implements Fact {}
