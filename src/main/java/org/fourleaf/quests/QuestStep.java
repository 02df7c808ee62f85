package org.fourleaf.quests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a quest asks for: an activity, so and so often, or a figure.
 *
 * @param id among the steps of its quest; progress hangs on it
 * @param activity the kind's name, such as {@code message.sent}; none of a figure
 * @param department only there, none for anywhere
 * @param rating {@code reward}, {@code neutral} or {@code rebuke}
 * @param mention only notes that name a colleague
 * @param measure the figure; none of an activity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestStep(
        String id,
        @Nullable String activity,
        int count,
        @Nullable UUID department,
        @Nullable Channel channel,
        @Nullable UUID tag,
        @Nullable String rating,
        @Nullable Boolean mention,
        @Nullable QuestMeasure measure) {

    static final int STEPS_MAX = 20;
    static final int COUNT_MAX = 100_000;

    static QuestStep of(String id, String activity, int count) {
        return new QuestStep(id, activity, count, null, null, null, null, null, null);
    }

    /** None of a figure. */
    @Nullable
    QuestActivity asks() {
        return activity == null ? null : QuestActivity.named(activity).orElseThrow();
    }

    /** Whether a line of its kind counts. */
    boolean counts(Recorded line) {
        return (department == null || department.equals(line.department()))
                && (channel == null || Integer.valueOf(channel.code()).equals(line.channel()))
                && (tag == null
                        || tag.toString().equals(line.facts().path("tag").asString("")))
                && (rating == null
                        || rating.equals(
                                line.facts().path("rating").asString("").toLowerCase(Locale.ROOT)))
                && (!Boolean.TRUE.equals(mention)
                        || line.facts().path("mentions").asInt(0) > 0);
    }
}
