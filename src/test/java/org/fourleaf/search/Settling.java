package org.fourleaf.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Works until something is so. */
final class Settling {

    private static final Duration WITHIN = Duration.ofMinutes(2);

    private Settling() {}

    static void until(BooleanSupplier settled, Runnable work) {
        long end = System.nanoTime() + WITHIN.toNanos();
        do {
            work.run();
            if (System.nanoTime() > end) {
                throw new AssertionError("not settled within " + WITHIN);
            }
        } while (!settled.getAsBoolean());
    }
}
