package org.fourleaf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes this node's indexer. Losing a ring is harmless: it also looks by itself. */
@Component
class IndexBell {

    private final Set<UUID> rung = ConcurrentHashMap.newKeySet();
    private final Semaphore wake = new Semaphore(0);

    void ring(UUID workspace) {
        rung.add(workspace);
        wake.release();
    }

    /** Those that rang; empty when none did in that time. */
    List<UUID> await(long millis) throws InterruptedException {
        if (!wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return List.of();
        }
        return taken();
    }

    /** Those that ring within that time, all of it waited for. */
    List<UUID> awaitMore(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return taken();
    }

    private List<UUID> taken() {
        wake.drainPermits();
        List<UUID> taken = new ArrayList<>();
        for (UUID workspace : List.copyOf(rung)) {
            if (rung.remove(workspace)) {
                taken.add(workspace);
            }
        }
        return taken;
    }
}
