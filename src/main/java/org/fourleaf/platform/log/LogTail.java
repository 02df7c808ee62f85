package org.fourleaf.platform.log;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Follows one workspace's log from now on without a stored position: for what lives only as long as this node's connections. */
public final class LogTail {

    private static final int PAGE_LINES = 500;

    private final UUID workspace;
    private final LogWindowQuery window;
    private final TransactionOperations transaction;
    private Position position;

    private LogTail(UUID workspace, LogWindowQuery window, TransactionOperations transaction, String from) {
        this.workspace = workspace;
        this.window = window;
        this.transaction = transaction;
        this.position = new Position(from, null, 0);
    }

    /** Call inside the workspace. */
    public static LogTail fromNow(UUID workspace, LogWindowQuery window, TransactionOperations transaction) {
        String now = transaction.execute(status -> window.snapshot());
        return new LogTail(workspace, window, transaction, Objects.requireNonNull(now));
    }

    /** The next lines in order, empty when there are none yet. Call inside the workspace, from one thread at a time. */
    public List<Recorded> next() {
        List<Recorded> page = transaction.execute(status -> {
            Position from = position.cur() == null ? position.upTo(window.snapshot()) : position;
            List<Recorded> lines = window.page(workspace, from, PAGE_LINES);
            position = from.afterPage(
                    lines.size() == PAGE_LINES,
                    lines.isEmpty() ? 0 : lines.getLast().seq());
            return lines;
        });
        return page == null ? List.of() : page;
    }
}
