package org.fourleaf.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.people.PresenceChannel;
import org.fourleaf.people.PresenceState;
import org.jspecify.annotations.Nullable;

/**
 * A time an agent was online or paused.
 *
 * @param channel {@link PresenceMark#ALL} for the agent altogether: online if any channel is, else paused if any is
 * @param until none while it lasts
 * @param department what the word that began it said, if anything
 */
record PresenceSpan(
        UUID agent,
        int channel,
        Instant since,
        @Nullable Instant until,
        PresenceState state,
        @Nullable String reason,
        UUID department) {

    private static final List<Integer> CHANNELS =
            Arrays.stream(PresenceChannel.values()).map(PresenceChannel::code).toList();

    /**
     * The spans that begin between the two moments.
     *
     * @param before the marks in force at the first moment, if any, in order
     * @param marks those from the first moment on to the other, in order
     * @param to none for ever
     */
    static List<PresenceSpan> between(
            Instant from, @Nullable Instant to, List<PresenceMark> before, List<PresenceMark> marks) {
        Walk walk = new Walk();
        before.forEach(walk::take);
        walk.tell(from);
        for (PresenceMark mark : marks) {
            walk.take(mark);
            walk.tell(mark.at());
        }
        walk.end(to);
        return walk.told;
    }

    /** The state of each channel while the marks pass, and the spans that came of it. */
    private static final class Walk {

        private final Map<Integer, PresenceMark> each = new HashMap<>();
        private final Map<Integer, PresenceSpan> lasting = new HashMap<>();
        private final List<PresenceSpan> told = new ArrayList<>();

        void take(PresenceMark mark) {
            if (mark.channel() == PresenceMark.ALL) {
                each.clear();
                CHANNELS.forEach(channel -> each.put(channel, mark));
            } else {
                each.put(mark.channel(), mark);
            }
        }

        void tell(Instant at) {
            PresenceMark best = null;
            for (PresenceMark mark : each.values()) {
                if (best == null
                        || mark.state().code() < best.state().code()
                        || (mark.state() == best.state() && PresenceMark.IN_ORDER.compare(mark, best) > 0)) {
                    best = mark;
                }
            }
            tell(PresenceMark.ALL, best, at);
            CHANNELS.forEach(channel -> tell(channel, each.get(channel), at));
        }

        private void tell(int channel, @Nullable PresenceMark mark, Instant at) {
            PresenceSpan was = lasting.get(channel);
            boolean there = mark != null && mark.state() != PresenceState.OFFLINE;
            PresenceSpan is = there && mark != null
                    ? new PresenceSpan(mark.agent(), channel, at, null, mark.state(), mark.reason(), mark.department())
                    : null;
            if (was != null && is != null && was.isLike(is)) {
                return;
            }
            close(channel, at);
            if (is != null) {
                lasting.put(channel, is);
            }
        }

        private void close(int channel, @Nullable Instant at) {
            PresenceSpan was = lasting.remove(channel);
            if (was != null && (at == null || was.since.isBefore(at))) {
                told.add(new PresenceSpan(was.agent, channel, was.since, at, was.state, was.reason, was.department));
            }
        }

        void end(@Nullable Instant at) {
            List.copyOf(lasting.keySet()).forEach(channel -> close(channel, at));
        }
    }

    private boolean isLike(PresenceSpan other) {
        return state == other.state && Objects.equals(reason, other.reason) && department.equals(other.department);
    }
}
