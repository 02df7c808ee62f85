package org.fourleaf.slas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;

/** A clock while it is turned: what {@link ClockTurning} decided is done to it here, step by step, and its due time follows. */
final class ClockDraft {

    /** Of more turns the older half becomes two sums, which later editions of the calendar no longer change. */
    static final int TURNS_MAX = 200;

    private static final long MICROS = 1_000_000;
    private static final long PERCENT = 100;

    private final UUID ticket;
    private final ClockType type;
    private final int n;
    private final Instant startedAt;
    private UUID department;
    private UUID level;
    private long stamp;
    private Priority priority;
    private long targetSeconds;
    private Instant dueAt;
    private @Nullable Instant warnAt;
    private @Nullable Instant warnedAt;
    private @Nullable Instant metAt;
    private @Nullable Instant missedAt;
    private @Nullable Instant endedAt;
    private List<Instant> turns;
    private Instant countedFrom;
    private long carriedMicros;
    private long carriedPauseMicros;
    /** None until it follows its level: then nothing of it is computed anew. */
    private @Nullable Terms terms;

    ClockDraft(SlaClock was) {
        ticket = was.ticket();
        type = was.type();
        n = was.n();
        startedAt = was.startedAt();
        department = was.department();
        level = was.level();
        stamp = was.stamp();
        priority = was.priority();
        targetSeconds = was.targetSeconds();
        dueAt = was.dueAt();
        warnAt = was.warnAt();
        warnedAt = was.warnedAt();
        metAt = was.metAt();
        missedAt = was.missedAt();
        endedAt = was.endedAt();
        turns = new ArrayList<>(was.turns());
        countedFrom = was.countedFrom();
        carriedMicros = was.carriedMicros();
        carriedPauseMicros = was.carriedPauseMicros();
    }

    static ClockDraft fresh(
            Ticket of, ClockType type, int n, Instant since, Terms terms, long target, List<Instant> turns) {
        ClockDraft draft = new ClockDraft(new SlaClock(
                of.id(),
                type,
                n,
                of.department(),
                terms.level(),
                terms.stamp(),
                of.priority(),
                target,
                since,
                since,
                null,
                null,
                null,
                null,
                null,
                turns,
                since,
                0,
                0));
        draft.terms = terms;
        draft.carry();
        draft.compute();
        return draft;
    }

    /** As its level, its ticket's priority and its department are now. */
    ClockDraft follow(Terms by, long target, Ticket of, @Nullable Timeline timeline) {
        boolean edited = !level.equals(by.level()) || stamp != by.stamp();
        boolean other = edited || target != targetSeconds;
        terms = by;
        level = by.level();
        stamp = by.stamp();
        priority = of.priority();
        targetSeconds = target;
        department = of.department();
        if (edited && timeline != null) {
            retell(timeline);
        }
        if (other) {
            compute();
        }
        return this;
    }

    /** Owed again after it had ended: the time between was a pause. */
    ClockDraft resume(Instant ended, Instant back, Terms by, long target, Ticket of, @Nullable Timeline timeline) {
        endedAt = null;
        follow(by, target, of, timeline);
        if (timeline == null) {
            if (turns.size() % 2 == 0) {
                turn(ended);
            }
            if (!by.pauses(of.status())) {
                turn(back);
            }
        } else {
            retell(timeline);
        }
        compute();
        return this;
    }

    private void retell(Timeline timeline) {
        turns = new ArrayList<>(timeline.turns(startedAt, Objects.requireNonNull(terms)));
        countedFrom = startedAt;
        carriedMicros = 0;
        carriedPauseMicros = 0;
        carry();
    }

    /** Still owed: runs or pauses as its ticket does, and is late when its time is over. */
    ClockDraft stand(Ticket of, Instant now, List<ClockTurning.Event> events) {
        boolean still = Objects.requireNonNull(terms).pauses(of.status());
        if (still != isPaused()) {
            if (still) {
                miss(of.statusSince(), events);
            }
            turn(of.statusSince());
            if (!still) {
                compute();
            }
        }
        miss(isPaused() ? turns.getLast() : now, events);
        if (!isPaused() && missedAt == null && warnedAt == null && warnAt != null && !warnAt.isAfter(now)) {
            warnedAt = warnAt;
            events.add(event(ClockTurning.Event.What.DUE_SOON, warnAt));
        }
        return this;
    }

    ClockDraft met(Instant done, List<ClockTurning.Event> events) {
        Instant at = done.isBefore(startedAt) ? startedAt : done;
        miss(isPaused() ? turns.getLast() : at, events);
        metAt = at;
        endedAt = at;
        if (missedAt == null) {
            events.add(event(ClockTurning.Event.What.MET, at));
        }
        return this;
    }

    ClockDraft ended(Instant gone, List<ClockTurning.Event> events) {
        Instant at = gone.isBefore(startedAt) ? startedAt : gone;
        miss(isPaused() ? turns.getLast() : at, events);
        endedAt = at;
        if (missedAt == null) {
            events.add(event(ClockTurning.Event.What.NOT_APPLICABLE, at));
        }
        return this;
    }

    private void miss(Instant until, List<ClockTurning.Event> events) {
        if (missedAt == null && dueAt.isBefore(until)) {
            missedAt = dueAt;
            events.add(event(ClockTurning.Event.What.MISSED, dueAt));
        }
    }

    private boolean isPaused() {
        return turns.size() % 2 == 1;
    }

    private void turn(Instant at) {
        Instant last = turns.isEmpty() ? countedFrom : turns.getLast();
        turns.add(at.isBefore(last) ? last : at);
        carry();
    }

    private void carry() {
        while (turns.size() > TURNS_MAX) {
            int folded = TURNS_MAX / 2;
            SlaClock sofar = made();
            Instant upTo = turns.get(folded - 1);
            carriedMicros = sofar.usedMicros(Objects.requireNonNull(terms).hours(), upTo);
            for (int i = 0; i < folded; i += 2) {
                carriedPauseMicros += ChronoUnit.MICROS.between(turns.get(i), turns.get(i + 1));
            }
            turns = new ArrayList<>(turns.subList(folded, turns.size()));
            countedFrom = upTo;
        }
    }

    private void compute() {
        Terms by = Objects.requireNonNull(terms);
        if (missedAt != null) {
            return; // it stays missed, at the time it was missed
        }
        SlaClock sofar = made();
        dueAt = sofar.momentOf(by.hours(), targetSeconds * MICROS);
        Instant warns = by.warningPercent() == null
                ? null
                : sofar.momentOf(by.hours(), targetSeconds * MICROS / PERCENT * by.warningPercent());
        if (warnedAt != null && !Objects.equals(warns, warnAt)) {
            warnedAt = null; // due later than it was warned of: it may be warned of again
        }
        warnAt = warns;
    }

    private ClockTurning.Event event(ClockTurning.Event.What what, Instant at) {
        SlaClock clock = made();
        long seconds = what == ClockTurning.Event.What.MISSED
                ? targetSeconds
                : terms == null ? 0 : clock.usedSeconds(terms.hours(), at);
        return new ClockTurning.Event(clock, what, at, seconds);
    }

    SlaClock made() {
        return new SlaClock(
                ticket,
                type,
                n,
                department,
                level,
                stamp,
                priority,
                targetSeconds,
                startedAt,
                dueAt,
                warnAt,
                warnedAt,
                metAt,
                missedAt,
                endedAt,
                turns,
                countedFrom,
                carriedMicros,
                carriedPauseMicros);
    }
}
