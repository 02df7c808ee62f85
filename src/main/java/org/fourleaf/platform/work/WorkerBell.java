package org.fourleaf.platform.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this node's worker. Losing a ring is harmless: it also looks every second by itself. */
public class WorkerBell {

    private final Semaphore wake = new Semaphore(0);

    /** Call it after the commit. */
    public void ring() {
        wake.release();
    }

    /** Inside a transaction. */
    public void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    void await(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
