package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A survey was deleted; what was answered stays. */
@Records(ActivityKind.SURVEY_DELETED)
public record SurveyDeleted(UUID survey) implements Fact {}
