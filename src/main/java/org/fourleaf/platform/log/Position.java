package org.fourleaf.platform.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has read: everything visible in {@code prev} is behind; of the window up to {@code cur} all lines up to {@code seq}
 * are behind too. Snapshots are PostgreSQL's own text ({@code xmin:xmax:xip,…}).
 */
public record Position(String prev, @Nullable String cur, long seq) {

    /** A window of more transactions than this is walked along seq instead of collected and sorted for each page. */
    private static final long WALK_FROM_TRANSACTIONS = 5_000;

    static final Position START = new Position("1:1:", null, 0);

    Position upTo(String snapshot) {
        return new Position(prev, snapshot, seq);
    }

    Position afterPage(boolean full, long lastSeq) {
        return full ? new Position(prev, cur, lastSeq) : new Position(Objects.requireNonNull(cur), null, 0);
    }

    /** Whether its lines are found by walking along seq: it is all of the log, or more than a page of it. */
    boolean isLargeWindow() {
        return cur != null && (seq > 0 || prev.equals(START.prev) || xmax(cur) - xmax(prev) > WALK_FROM_TRANSACTIONS);
    }

    /** Whether transactions were under way when the window began, so that their lines may come in it. */
    boolean hasLateCommits() {
        return !prev.endsWith(":");
    }

    private static long xmax(String snapshot) {
        int first = snapshot.indexOf(':');
        return Long.parseLong(snapshot.substring(first + 1, snapshot.indexOf(':', first + 1)));
    }
}
