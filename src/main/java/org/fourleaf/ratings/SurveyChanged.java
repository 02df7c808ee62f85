package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A survey was added, edited or switched. */
@Records(ActivityKind.SURVEY_CHANGED)
public record SurveyChanged(UUID survey, boolean added) implements Fact {}
