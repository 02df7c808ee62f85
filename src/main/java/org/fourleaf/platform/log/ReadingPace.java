package org.fourleaf.platform.log;

import java.time.Duration;

/**
 * How many lines of the log a reader is handed at once. One that catches up takes ever longer pages, because a long page costs a line less:
 * until a page takes as long as others may have to wait for it, who are handed theirs in the same transaction.
 */
final class ReadingPace {

    static final int LINES_MIN = 500;
    static final int LINES_MAX = 8_000;

    private static final Duration PAGE_AIM = Duration.ofMillis(400);

    private volatile int lines = LINES_MIN;

    int lines() {
        return lines;
    }

    /** A full page of so many lines took so long. */
    void took(int pageLines, Duration time) {
        if (time.compareTo(PAGE_AIM) > 0) {
            lines = Math.max(LINES_MIN, pageLines / 2);
        } else if (time.multipliedBy(2).compareTo(PAGE_AIM) < 0) {
            lines = Math.min(LINES_MAX, pageLines * 2);
        }
    }
}
