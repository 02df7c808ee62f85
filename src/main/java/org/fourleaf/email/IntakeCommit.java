package org.fourleaf.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits the rows of accepted mails. Whoever comes first commits for all who wait behind: at 16 senders a handful of mails share one
 * transaction and one flush, and none hears 250 before its own row is durable.
 */
@Component
class IntakeCommit {

    /** The rows of one mail, and how committing them ended. */
    private static final class Entry {
        private final UUID workspace;
        private final List<Intake> intakes;
        private boolean settled;
        private @Nullable RuntimeException failure;

        Entry(UUID workspace, List<Intake> intakes) {
            this.workspace = workspace;
            this.intakes = intakes;
        }
    }

    private final IntakeStore store;
    private final IntakeBell bell;
    private final TransactionTemplate transaction;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock committing = new ReentrantLock();

    IntakeCommit(IntakeStore store, IntakeBell bell, WorkspaceTransactions transactions) {
        this.store = store;
        this.bell = bell;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Returns when the rows are durable. */
    void commit(UUID workspace, List<Intake> intakes) {
        Entry mine = new Entry(workspace, intakes);
        waiting.add(mine);
        committing.lock();
        try {
            if (!mine.settled) {
                commitWaiting();
            }
        } finally {
            committing.unlock();
        }
        if (mine.failure != null) {
            throw new IllegalStateException("the mail's row was not written", mine.failure);
        }
        bell.ring(workspace);
    }

    private void commitWaiting() {
        Map<UUID, List<Entry>> byWorkspace = new LinkedHashMap<>();
        for (Entry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
            byWorkspace
                    .computeIfAbsent(entry.workspace, workspace -> new ArrayList<>())
                    .add(entry);
        }
        byWorkspace.forEach((workspace, entries) -> {
            if (write(workspace, entries) != null && entries.size() > 1) {
                // One bad row must not refuse the others' mail.
                entries.forEach(entry -> write(workspace, List.of(entry)));
            }
        });
    }

    private @Nullable RuntimeException write(UUID workspace, List<Entry> entries) {
        RuntimeException failure = null;
        try {
            List<Intake> intakes =
                    entries.stream().flatMap(entry -> entry.intakes.stream()).toList();
            Workspaces.run(
                    workspace, () -> transaction.executeWithoutResult(status -> store.insert(workspace, intakes)));
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Entry entry : entries) {
            entry.settled = true;
            entry.failure = failure;
        }
        return failure;
    }
}
