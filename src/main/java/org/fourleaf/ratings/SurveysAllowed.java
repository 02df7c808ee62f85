package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A customer who wanted no more surveys may be asked again. */
@Records(ActivityKind.SURVEYS_ALLOWED)
public record SurveysAllowed(UUID customer) implements Fact {}
