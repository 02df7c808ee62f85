package org.fourleaf.webhooks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes this node's worker. Losing a ring is harmless: it also looks every second by itself. */
@Component
class WebhookBell {

    private final Semaphore wake = new Semaphore(0);

    /** Call it after the commit. */
    void ring() {
        wake.release();
    }

    void await(long millis) throws InterruptedException {
        if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
