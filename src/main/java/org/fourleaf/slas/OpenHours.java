package org.fourleaf.slas;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.fourleaf.calendars.BusinessHours;
import org.jspecify.annotations.Nullable;

/** The time that counts: a calendar's, or all of it. @param calendar none for always */
record OpenHours(@Nullable BusinessHours calendar) {

    static final OpenHours ALWAYS = new OpenHours(null);

    /** Where a calendar never opens, what is promised by it is never due in anybody's life. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    long micros(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return 0;
        }
        if (calendar == null) {
            return ChronoUnit.MICROS.between(from, to);
        }
        return BusinessHours.canMeasure(from, to) ? calendar.openMicros(from, to) : 0;
    }

    Instant after(Instant from, long micros) {
        if (calendar == null) {
            return from.plus(micros, ChronoUnit.MICROS);
        }
        return calendar.after(from, micros).orElse(from.plus(NEVER));
    }
}
