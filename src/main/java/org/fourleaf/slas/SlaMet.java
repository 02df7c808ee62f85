package org.fourleaf.slas;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A promise was kept, within its time. @param seconds open seconds it took */
@Records(ActivityKind.SLA_MET)
public record SlaMet(
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
