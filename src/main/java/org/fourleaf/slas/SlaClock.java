package org.fourleaf.slas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.Priority;
import org.jspecify.annotations.Nullable;

/**
 * One promise to one ticket, as stored. Immutable; {@link ClockTurning} decides what becomes of it.
 *
 * @param n counts the clocks of a type on one ticket, from 1
 * @param dueAt while it is paused, when it would be due if it went on at once
 * @param warnAt when a warning is given; none where none is
 * @param metAt when it was done, also late
 * @param missedAt its due time, once that passed undone
 * @param endedAt when it stopped for good, or until the ticket comes back
 * @param turns paused, resumed, paused …; an odd number of them stands still now
 * @param countedFrom from where turns are kept; what was before is in the carried sums
 */
record SlaClock(
        UUID ticket,
        ClockType type,
        int n,
        UUID department,
        UUID level,
        long stamp,
        Priority priority,
        long targetSeconds,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant warnAt,
        @Nullable Instant warnedAt,
        @Nullable Instant metAt,
        @Nullable Instant missedAt,
        @Nullable Instant endedAt,
        List<Instant> turns,
        Instant countedFrom,
        long carriedMicros,
        long carriedPauseMicros) {

    private static final long MICROS = 1_000_000;

    SlaClock {
        turns = List.copyOf(turns);
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isPaused() {
        return turns.size() % 2 == 1;
    }

    ClockState state() {
        if (missedAt != null) {
            return ClockState.MISSED;
        }
        if (metAt != null) {
            return ClockState.MET;
        }
        if (endedAt != null) {
            return ClockState.NOT_APPLICABLE;
        }
        return isPaused() ? ClockState.PAUSED : ClockState.RUNNING;
    }

    /** When it has to be looked at though nothing happens. */
    @Nullable
    Instant nextAt() {
        if (state() != ClockState.RUNNING) {
            return null;
        }
        return warnAt != null && warnedAt == null ? warnAt : dueAt;
    }

    /** What was used up by a moment. */
    long usedMicros(OpenHours hours, Instant until) {
        long used = carriedMicros;
        for (Instant[] run : runs(until)) {
            used += hours.micros(run[0], run[1]);
        }
        return used;
    }

    long usedSeconds(OpenHours hours, Instant until) {
        return usedMicros(hours, until) / MICROS;
    }

    /** How long it stood still by a moment, closed time included. */
    long pausedSeconds(Instant until) {
        long paused = carriedPauseMicros / MICROS;
        for (int i = 0; i < turns.size(); i += 2) {
            Instant to = i + 1 < turns.size() ? turns.get(i + 1) : until;
            if (to.isAfter(turns.get(i))) {
                paused += Duration.between(turns.get(i), to).toSeconds();
            }
        }
        return paused;
    }

    /** When so much of its target has run, as far as its turns are known. */
    Instant momentOf(OpenHours hours, long targetMicros) {
        long left = targetMicros - carriedMicros;
        Instant from = countedFrom;
        for (int i = 0; i < turns.size(); i += 2) {
            long run = hours.micros(from, turns.get(i));
            if (left <= run) {
                return hours.after(from, Math.max(0, left));
            }
            left -= run;
            from = turns.get(Math.min(i + 1, turns.size() - 1));
        }
        return hours.after(from, Math.max(0, left));
    }

    /** The stretches it ran. */
    List<Instant[]> runs(Instant until) {
        List<Instant[]> runs = new ArrayList<>();
        Instant from = countedFrom;
        for (int i = 0; i < turns.size(); i += 2) {
            addRun(runs, from, turns.get(i), until);
            if (i + 1 == turns.size()) {
                return runs;
            }
            from = turns.get(i + 1);
        }
        addRun(runs, from, until, until);
        return runs;
    }

    private static void addRun(List<Instant[]> runs, Instant from, Instant to, Instant until) {
        Instant end = to.isBefore(until) ? to : until;
        if (from.isBefore(end)) {
            runs.add(new Instant[] {from, end});
        }
    }
}
