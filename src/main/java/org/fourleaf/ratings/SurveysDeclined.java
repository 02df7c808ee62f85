package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A customer wants no more surveys. */
@Records(ActivityKind.SURVEYS_DECLINED)
public record SurveysDeclined(UUID customer) implements Fact {}
