package org.fourleaf.calendars;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named calendar of the workspace, as everybody sees it.
 *
 * @param weekly by {@code mon} to {@code sun}
 * @param isDefault holds for every department that names none
 * @param departments that name it, as far as the caller may see them
 * @param nextTurn when it closes next if it is open now, else when it opens; none when it never does
 */
public record BusinessCalendar(
        UUID id,
        String name,
        String timeZone,
        Map<String, List<List<String>>> weekly,
        List<Holiday> holidays,
        Map<String, List<List<String>>> specialDays,
        boolean isDefault,
        List<KeptBy> departments,
        boolean openNow,
        @Nullable Instant nextTurn,
        long version) {

    /** A department that keeps it. */
    public record KeptBy(UUID id, String name) {}
}
