package org.fourleaf.massactions;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.TicketStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins, stops and takes back mass actions. The work itself is the worker's. */
@Component
@Transactional
class MassActing {

    static final int TICKETS_MAX = 100_000;
    private static final int AT_WORK_MAX = 20;

    private final MassActionStore store;
    private final MassActionBell bell;
    private final Log log;

    MassActing(MassActionStore store, MassActionBell bell, Log log) {
        this.store = store;
        this.bell = bell;
        this.log = log;
    }

    MassAction start(Actor by, MassAct act, List<UUID> tickets) {
        by.mustHave(Permission.TICKETS_REPLY);
        if (act.assigns()) {
            by.mustHave(Permission.TICKETS_ASSIGN);
        }
        if (act.status() == TicketStatus.DELETED) {
            by.mustHave(Permission.TICKETS_DELETE);
        }
        if (tickets.isEmpty()) {
            throw Refusal.invalid("/selection", "There is no ticket in this selection.");
        }
        if (tickets.size() > TICKETS_MAX) {
            throw Refusal.invalid("/selection", "At most " + TICKETS_MAX + " tickets at once; narrow the list.");
        }
        mustHaveRoom(by);
        UUID id = Ids.next();
        store.insert(by, id, act, tickets);
        log.write(by, new MassActionStarted(id, tickets.size()));
        ringAfterCommit();
        return readable(by, id);
    }

    /** Stops where it is; what is done stays done, and can be taken back. */
    MassAction cancel(Actor by, UUID id) {
        readable(by, id);
        if (!store.become(by.workspace(), id, EnumSet.of(MassActionState.RUNNING), MassActionState.CANCELLED)) {
            throw Refusal.conflict("not-running", "It has come to its end already.");
        }
        MassAction ended = readable(by, id);
        log.write(by, new MassActionEnded(id, ended.done(), ended.unchanged(), ended.failed(), true));
        return ended;
    }

    /** Puts every ticket back to what it was, but for what somebody changed since. */
    MassAction undo(Actor by, UUID id) {
        MassAction action = readable(by, id);
        if (action.state() == MassActionState.UNDOING || action.state() == MassActionState.UNDONE) {
            throw Refusal.conflict("already-undone", "It is taken back already.");
        }
        if (action.state() == MassActionState.RUNNING) {
            throw Refusal.conflict("still-running", "Stop it first, or wait until it is done.");
        }
        if (!action.undoable()) {
            throw Refusal.conflict("not-undoable", "There is nothing left that could be taken back.");
        }
        mustHaveRoom(by);
        if (!store.become(
                by.workspace(),
                id,
                EnumSet.of(MassActionState.DONE, MassActionState.CANCELLED),
                MassActionState.UNDOING)) {
            throw Refusal.conflict("already-undone", "It is taken back already.");
        }
        ringAfterCommit();
        return readable(by, id);
    }

    @Transactional(readOnly = true)
    public MassAction readable(Actor by, UUID id) {
        return store.find(by.workspace(), by.agentId(), id).orElseThrow(() -> Refusal.notFound("mass action"));
    }

    @Transactional(readOnly = true)
    public Page<MassAction> page(Actor by, Slice slice) {
        return slice.page(
                store.page(by.workspace(), by.agentId(), slice.after(1), slice.fetch()), last -> Cursor.of(last.id()));
    }

    private void mustHaveRoom(Actor by) {
        if (store.atWork(by.workspace()) >= AT_WORK_MAX) {
            throw Refusal.of(
                    Refusal.Kind.TOO_MANY, "too-many-mass-actions", "Others are still at work; try again in a minute.");
        }
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
