package org.fourleaf.coaching;

import java.time.LocalDate;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it stands today.
 *
 * @param agent whose it is; none of a department's
 * @param unit of {@code target} and {@code value}, such as seconds or percent
 * @param value of the KPI over the days of the goal so far; none without data
 * @param progress how near the value is to the target, 0 to 1; 1 only when it is met
 * @param met whether the value is on the right side now; none without data
 * @param daysLeft today among them; 0 when it is over
 */
record GoalCard(
        UUID id,
        @Nullable PersonName agent,
        @Nullable Subject department,
        @Nullable PersonName author,
        String kpi,
        String title,
        String unit,
        Aim aim,
        double target,
        LocalDate from,
        LocalDate until,
        String text,
        @Nullable Double value,
        double numerator,
        @Nullable Double denominator,
        double progress,
        @Nullable Boolean met,
        int daysLeft,
        Abilities abilities,
        long version) {

    record Subject(UUID id, String name) {}

    record Abilities(boolean edit) {}
}
