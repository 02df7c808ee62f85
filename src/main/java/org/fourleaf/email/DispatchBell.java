package org.fourleaf.email;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rings when an answer was queued. */
@Component
final class DispatchBell extends WorkspaceBell {

    void ringAfterCommit(UUID workspace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring(workspace);
            }
        });
    }
}
