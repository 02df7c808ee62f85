package org.fourleaf.slas;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A promise was dropped before its time, as when a ticket is resolved without an answer. It may be owed again later. @param seconds open seconds that had run */
@Records(ActivityKind.SLA_NOT_APPLICABLE)
public record SlaNotApplicable(
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
