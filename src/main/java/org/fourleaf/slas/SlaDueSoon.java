package org.fourleaf.slas;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** So much of a promise's time is used up that a warning is given. @param seconds open seconds that had run */
@Records(ActivityKind.SLA_DUE_SOON)
public record SlaDueSoon(
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
