package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A customer was asked. Agent, department and channel are those of the ticket when it was resolved. */
@Records(ActivityKind.SURVEY_SENT)
public record SurveySent(
        UUID ticket,
        @Nullable UUID agent,
        UUID customer,
        @Nullable UUID company,
        UUID department,
        int channel,
        UUID survey,
        String type)
        implements Fact {}
