package org.fourleaf.metrics;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Where something is counted: a quarter of an hour, numbered from 1970, of an agent, a department and a channel. {@link #NOBODY} and 0
 * stand for what is absent.
 */
record Cell(int quarter, UUID agent, UUID department, int channel) {

    static final UUID NOBODY = new UUID(0, 0);
    static final int QUARTER_SECONDS = 900;

    static Cell of(Recorded line) {
        return of(line.at(), line.agent(), line.department(), line.channel() == null ? 0 : line.channel());
    }

    static Cell of(Instant at, @Nullable UUID agent, @Nullable UUID department, int channel) {
        return new Cell(quarter(at), agent == null ? NOBODY : agent, department == null ? NOBODY : department, channel);
    }

    static int quarter(Instant at) {
        return Math.toIntExact(Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS));
    }

    static Instant begin(int quarter) {
        return Instant.ofEpochSecond((long) quarter * QUARTER_SECONDS);
    }
}
