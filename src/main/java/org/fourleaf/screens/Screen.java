package org.fourleaf.screens;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screen on the wall.
 *
 * @param departments those it is about; none for all
 * @param metric what leaders are ranked by
 * @param language what it speaks
 * @param seenAt when a television last asked
 */
record Screen(
        UUID id,
        String name,
        List<ScreenPart> shows,
        List<UUID> departments,
        String metric,
        String language,
        Instant madeAt,
        @Nullable Instant seenAt,
        long version) {

    static final int SCREENS_MAX = 50;
    static final int DEPARTMENTS_MAX = 100;

    Screen {
        shows = List.copyOf(shows);
        departments = List.copyOf(departments);
    }

    boolean has(ScreenPart part) {
        return shows.contains(part);
    }
}
