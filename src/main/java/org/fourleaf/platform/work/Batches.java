package org.fourleaf.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What follows a change that is already true, for as many things as there are: a batch a transaction, at once as far as a caller waits,
 * the rest by the clock. What is done stays done, whatever breaks: rows say what is left.
 *
 * @param <W> a row of work
 */
public final class Batches<W> {

    private static final Duration CALLER_WAITS = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int WORKS_PER_ROUND = 20;

    private final TransactionOperations transaction;
    private final BiFunction<UUID, Integer, List<W>> left;
    private final BiPredicate<UUID, W> batch;

    /**
     * @param left of a workspace, at most so much
     * @param batch does one of a workspace, in a transaction; says whether there may be more for this thread to do
     */
    public Batches(
            TransactionOperations transaction, BiFunction<UUID, Integer, List<W>> left, BiPredicate<UUID, W> batch) {
        this.transaction = transaction;
        this.left = left;
        this.batch = batch;
    }

    /** After the commit of the change, in the caller's thread. */
    public void soon(UUID workspace, W work) {
        follow(workspace, work, CALLER_WAITS);
    }

    /** What callers left. */
    public void round(UUID workspace) {
        List<W> works = transaction.execute(status -> left.apply(workspace, WORKS_PER_ROUND));
        if (works != null) {
            works.forEach(work -> follow(workspace, work, ROUND));
        }
    }

    private void follow(UUID workspace, W work, Duration within) {
        long until = System.nanoTime() + within.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < until) {
            more = Boolean.TRUE.equals(transaction.execute(status -> batch.test(workspace, work)));
        }
    }
}
