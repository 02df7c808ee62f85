package org.fourleaf.slas;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** The time of a promise passed with it undone; recorded at its due time, whenever that was noticed. @param seconds the time there was */
@Records(ActivityKind.SLA_MISSED)
public record SlaMissed(
        UUID ticket,
        @Nullable UUID agent,
        UUID customer,
        UUID department,
        int channel,
        ClockType type,
        UUID level,
        long seconds,
        long target,
        Instant startedAt,
        Instant dueAt)
        implements Fact {}
