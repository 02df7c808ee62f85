package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * A customer answered: one of the three scores. Agent, department and channel are those of the ticket when it was resolved.
 *
 * @param words their comment, kept where it can be erased
 */
@Records(ActivityKind.SURVEY_ANSWERED)
public record SurveyAnswered(
        UUID ticket,
        @Nullable UUID agent,
        UUID customer,
        @Nullable UUID company,
        UUID department,
        int channel,
        UUID survey,
        @Nullable Integer csat,
        @Nullable Integer nps,
        @Nullable Integer ces,
        @Nullable UUID words)
        implements Fact {}
