package org.fourleaf.ratings;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * A rating counts no more, because the customer changed it or somebody invalidated it. Agent, department and channel are those of the
 * rating it takes back.
 *
 * @param given the line it takes back, by its outside id: {@code <workspace>:<seq>}, or what an import called it
 * @param givenAt when that was
 * @param words the reason, kept where it can be erased
 */
@Records(ActivityKind.RATING_INVALIDATED)
public record RatingInvalidated(
        @Nullable UUID ticket,
        @Nullable UUID agent,
        @Nullable UUID customer,
        @Nullable UUID company,
        @Nullable UUID department,
        @Nullable Integer channel,
        @Nullable UUID message,
        @Nullable UUID conversation,
        @Nullable Verdict rating,
        @Nullable String given,
        @Nullable Instant givenAt,
        @Nullable Boolean refused,
        @Nullable UUID words)
        implements Fact {}
