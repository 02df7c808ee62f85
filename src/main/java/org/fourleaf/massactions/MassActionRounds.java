package org.fourleaf.massactions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.TicketLevelSetting;
import org.fourleaf.tickets.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A round changes a few tickets of one mass action in one transaction that also moves its place on: whatever breaks, each ticket is
 * changed once. A ticket that refuses is rolled back alone. All actions lock tickets in the same order, so two that cross wait for each
 * other and never for ever; should a round break as a whole, its tickets are tried one by one.
 */
@Component
class MassActionRounds {

    private static final Logger LOG = LoggerFactory.getLogger(MassActionRounds.class);
    /** Few, because others wait for the rows of a round as long as it lasts. */
    static final int TICKETS_PER_ROUND = 20;

    private static final String CHANGED_SINCE = "changed-since";
    private static final String FAILED = "failed";

    private final MassActionStore store;
    private final Tickets tickets;
    private final TicketChanging changing;
    private final TicketLevelSetting levels;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    MassActionRounds(
            MassActionStore store,
            Tickets tickets,
            TicketChanging changing,
            TicketLevelSetting levels,
            Log log,
            Clock clock,
            WorkspaceTransactions transactions) {
        this.store = store;
        this.tickets = tickets;
        this.changing = changing;
        this.levels = levels;
        this.log = log;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Inside the workspace. @return whether there was something to do */
    boolean round(UUID workspace) {
        try {
            return round(workspace, TICKETS_PER_ROUND, false);
        } catch (RuntimeException e) {
            LOG.warn("A round of a mass action stumbled, its tickets are tried one by one: {}", e.toString());
        }
        for (int i = 0; i < TICKETS_PER_ROUND; i++) {
            if (!alone(workspace)) {
                return false;
            }
        }
        return true;
    }

    private boolean alone(UUID workspace) {
        try {
            return round(workspace, 1, false);
        } catch (RuntimeException e) {
            LOG.error("A ticket of a mass action could not be changed", e);
            return round(workspace, 1, true);
        }
    }

    /** @param giveUp writes the tickets down as failed without trying */
    private boolean round(UUID workspace, int limit, boolean giveUp) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            MassActionStore.Claimed action = store.claim(workspace).orElse(null);
            if (action == null) {
                return false;
            }
            List<MassActionStore.Item> items = store.items(workspace, action, limit);
            if (items.isEmpty()) {
                end(workspace, action);
                return true;
            }
            List<MassActionStore.Outcome> outcomes = new ArrayList<>();
            for (MassActionStore.Item item : items) {
                outcomes.add(giveUp ? refused(action, item, FAILED) : one(action, item));
            }
            store.advance(workspace, action.id(), outcomes);
            return true;
        }));
    }

    private void end(UUID workspace, MassActionStore.Claimed action) {
        store.become(
                workspace,
                action.id(),
                EnumSet.of(MassActionState.RUNNING, MassActionState.UNDOING),
                action.undoing() ? MassActionState.UNDONE : MassActionState.DONE);
        Actor by = action.by() == null ? Actor.system(workspace) : action.by();
        MassAction ended = store.find(workspace, action.agent(), action.id()).orElseThrow();
        log.write(
                by,
                action.undoing()
                        ? new MassActionUndone(action.id(), ended.undone(), ended.notUndone())
                        : new MassActionEnded(action.id(), ended.done(), ended.unchanged(), ended.failed(), false));
    }

    private MassActionStore.Outcome one(MassActionStore.Claimed action, MassActionStore.Item item) {
        if (action.by() == null) {
            return refused(action, item, "agent-deactivated");
        }
        if (item.code() == null) {
            return refused(action, item, "not-found");
        }
        try {
            return Objects.requireNonNull(
                    savepoint.execute(status -> action.undoing() ? back(action, item) : change(action, item)));
        } catch (Refusal e) {
            return refused(action, item, e.slug());
        }
    }

    private MassActionStore.Outcome change(MassActionStore.Claimed action, MassActionStore.Item item) {
        Actor by = Objects.requireNonNull(action.by());
        String code = Objects.requireNonNull(item.code());
        Ticket ticket = tickets.writable(by, code);
        TicketState was = state(action, ticket);
        if (action.act().departmentLevel()) {
            TicketState settled = state(action, levels.settle(by, ticket));
            return settled.equals(was)
                    ? new MassActionStore.Outcome(item.place(), MassActionStore.Result.UNCHANGED, null, null, null)
                    : new MassActionStore.Outcome(item.place(), MassActionStore.Result.DONE, null, was, settled);
        }
        TicketChanging.Change change = action.act().of(was);
        if (change == null) {
            return new MassActionStore.Outcome(item.place(), MassActionStore.Result.UNCHANGED, null, null, null);
        }
        TicketState became = state(action, changing.change(by, code, change, null));
        return new MassActionStore.Outcome(item.place(), MassActionStore.Result.DONE, null, was, became);
    }

    private MassActionStore.Outcome back(MassActionStore.Claimed action, MassActionStore.Item item) {
        Actor by = Objects.requireNonNull(action.by());
        String code = Objects.requireNonNull(item.code());
        TicketState now = state(action, tickets.writable(by, code));
        TicketState.Return back =
                now.back(Objects.requireNonNull(item.was()), Objects.requireNonNull(item.became()), clock.instant());
        if (back.change() != null) {
            changing.change(by, code, back.change(), null);
        }
        return back.whole()
                ? new MassActionStore.Outcome(item.place(), MassActionStore.Result.UNDONE, null, null, null)
                : refused(action, item, CHANGED_SINCE);
    }

    private TicketState state(MassActionStore.Claimed action, Ticket ticket) {
        return TicketState.of(
                ticket,
                action.act().touchesTags()
                        ? store.tags(Objects.requireNonNull(action.by()).workspace(), ticket.id())
                        : List.of());
    }

    private static MassActionStore.Outcome refused(
            MassActionStore.Claimed action, MassActionStore.Item item, String reason) {
        return new MassActionStore.Outcome(
                item.place(),
                action.undoing() ? MassActionStore.Result.NOT_UNDONE : MassActionStore.Result.FAILED,
                reason,
                null,
                null);
    }
}
