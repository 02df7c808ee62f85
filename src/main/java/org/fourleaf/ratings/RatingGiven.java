package org.fourleaf.ratings;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * A customer said how an answer was. The agent wrote it; department and channel are those it was written in.
 *
 * @param message the answer, or none where a conversation was rated
 * @param refused they said that they would rather not say; counts as neutral
 * @param words their comment, kept where it can be erased
 */
@Records(ActivityKind.RATING_GIVEN)
public record RatingGiven(
        UUID ticket,
        @Nullable UUID agent,
        @Nullable UUID customer,
        @Nullable UUID company,
        @Nullable UUID department,
        @Nullable Integer channel,
        @Nullable UUID message,
        @Nullable UUID conversation,
        @Nullable Verdict rating,
        @Nullable Boolean refused,
        @Nullable UUID words)
        implements Fact {}
