package org.fourleaf.email;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts the mails that are just coming in, so that the door can close behind the last of them. */
final class DataInProgress {

    private final Phaser mails = new Phaser(1);
    private volatile boolean closing;

    /** @return false when the door is closing: try later */
    boolean begin() {
        return !closing && mails.register() >= 0;
    }

    void end() {
        mails.arriveAndDeregister();
    }

    void refuseNewAndAwait(long time, TimeUnit unit) {
        closing = true;
        int phase = mails.arriveAndDeregister();
        try {
            mails.awaitAdvanceInterruptibly(phase, time, unit);
        } catch (TimeoutException e) {
            // Their senders have not heard 250 and will come again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
