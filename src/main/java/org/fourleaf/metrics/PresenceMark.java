package org.fourleaf.metrics;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.fourleaf.people.PresenceState;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;

/** An agent said where they are. @param channel {@link #ALL} for all channels at once */
record PresenceMark(
        UUID agent,
        int channel,
        Instant at,
        long seq,
        PresenceState state,
        @Nullable String reason,
        UUID department) {

    static final int ALL = 0;

    static final Comparator<PresenceMark> IN_ORDER =
            Comparator.comparing(PresenceMark::at).thenComparingLong(PresenceMark::seq);

    static @Nullable PresenceMark of(Recorded line) {
        if (line.kind() != ActivityKind.PRESENCE_CHANGED || line.agent() == null) {
            return null;
        }
        String reason = line.facts().path("reason").asString("");
        return new PresenceMark(
                line.agent(),
                line.channel() == null ? ALL : line.channel(),
                line.at(),
                line.seq(),
                PresenceState.valueOf(
                        line.facts().path("state").asString("offline").toUpperCase(Locale.ROOT)),
                reason.isEmpty() ? null : reason,
                line.department() == null ? Cell.NOBODY : line.department());
    }
}
