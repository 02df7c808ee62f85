package org.fourleaf.coaching;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached by a KPI over some days.
 *
 * @param agent whose it is; none when it is of everybody in {@code department} together
 * @param target in the KPI's unit
 * @param until the last day, at most {@value #DAYS_MAX} after {@code from}
 * @param words what it is about, or empty
 */
record Goal(
        UUID id,
        @Nullable UUID agent,
        @Nullable UUID department,
        UUID author,
        String kpi,
        Aim aim,
        double target,
        LocalDate from,
        LocalDate until,
        String words,
        long version) {

    static final int DAYS_MAX = 366;
    static final int WORDS_LENGTH_MAX = 500;
    static final int GOALS_PER_SUBJECT_MAX = 100;
    static final double TARGET_MAX = 1_000_000_000;
}
