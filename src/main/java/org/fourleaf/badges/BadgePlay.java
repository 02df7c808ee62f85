package org.fourleaf.badges;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A past that is played: who would have held each badge is written down, one badge after the other.
 *
 * @param to not in it
 * @param badges their ids; the first {@code done} of them are through
 * @param awards written so far
 */
record BadgePlay(
        UUID id,
        LocalDate from,
        LocalDate to,
        List<String> badges,
        int done,
        int awards,
        Instant askedAt,
        @Nullable Instant endedAt) {

    BadgePlay {
        badges = List.copyOf(badges);
    }

    /** From 0 to 1. */
    @JsonProperty
    double progress() {
        return badges.isEmpty() ? 1 : (double) done / badges.size();
    }
}
