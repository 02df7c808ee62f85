package org.fourleaf.slas;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One promise to a ticket as the API shows it. Seconds are those of the level's business hours, but for {@code pausedSeconds}, which
 * are as the wall clock goes.
 *
 * @param open still owed: runs, pauses or is late
 * @param dueAt while it is paused, when it would be due if it went on at once
 * @param leftSeconds of its target, by now; negative only once it is late
 * @param why how its due time came about
 */
public record ClockCard(
        ClockType clock,
        ClockState state,
        boolean open,
        SlaLevel.Name level,
        Priority priority,
        long targetSeconds,
        long usedSeconds,
        long leftSeconds,
        long pausedSeconds,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedAt,
        @Nullable Instant metAt,
        @Nullable Instant missedAt,
        @Nullable Instant endedAt,
        Why why) {

    /**
     * "Why is this due then?", told from its start.
     *
     * @param businessHours the calendar it counts by; none: all time counts
     * @param more steps were left out, and these seconds with them
     */
    public record Why(
            @Nullable String businessHours,
            @Nullable String timeZone,
            List<Step> steps,
            @Nullable Long more) {

        public Why {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One stretch.
     *
     * @param kind counted: so many seconds of the target ran; closed: outside business hours; paused: the ticket stood still
     * @param seconds that counted
     * @param holidays that fall into a closed stretch
     */
    public record Step(Kind kind, Instant from, Instant to, long seconds, List<Day> holidays) {

        public Step {
            holidays = List.copyOf(holidays);
        }

        public enum Kind {
            COUNTED,
            CLOSED,
            PAUSED;

            @JsonValue
            String json() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** A holiday. */
    public record Day(LocalDate date, String name) {}
}
