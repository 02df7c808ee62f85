package org.fourleaf.ratings;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** The workspace asks for a rating under each answer, or no more. */
@Records(ActivityKind.RATING_SETTING_CHANGED)
public record RatingSettingChanged(boolean onAnswers) implements Fact {}
