package org.fourleaf.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/** UUIDv7: sorted by time, so that new rows land beside each other and {@code id} order is the order of creation. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** An id that sorts at the given moment: for what happened elsewhere and is brought in later. */
    public static UUID at(Instant moment) {
        return GENERATOR.construct(moment.toEpochMilli());
    }
}
