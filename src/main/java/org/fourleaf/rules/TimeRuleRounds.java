package org.fourleaf.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.conditions.TicketPicture;
import org.fourleaf.conditions.TicketPictureQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A round of a workspace's time rules. Planning goes on through all tickets for rules that are new, and tells anew when the rules' time
 * comes for tickets that changed; firing lets each rule look at some of those whose time has come. Few at a time and each rule in turn, so
 * that a hundred thousand due at once hold up neither another rule nor another workspace.
 */
@Component
class TimeRuleRounds {

    private static final Logger LOG = LoggerFactory.getLogger(TimeRuleRounds.class);
    private static final int BACKFILLED_AT_ONCE = 2_000;
    private static final int CHECKED_AT_ONCE = 500;
    private static final int DUE_AT_ONCE = 50;
    /** What hangs on more than the ticket, such as opening hours, tells nobody when it changes. */
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);

    private final TimeRuleStore store;
    private final RuleSets sets;
    private final RuleRunning running;
    private final Conditions conditions;
    private final Tickets tickets;
    private final TicketPictureQuery pictures;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TimeRuleRounds(
            TimeRuleStore store,
            RuleSets sets,
            RuleRunning running,
            Conditions conditions,
            Tickets tickets,
            TicketPictureQuery pictures,
            Clock clock,
            WorkspaceTransactions transactions) {
        this.store = store;
        this.sets = sets;
        this.running = running;
        this.conditions = conditions;
        this.tickets = tickets;
        this.pictures = pictures;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * Inside the workspace. A rule goes on through all tickets when nothing else waits, so that those it came by hold up no other rule.
     *
     * @return whether there may be more
     */
    boolean plan(UUID workspace) {
        Actor by = Actor.clock(workspace);
        RuleSet set = set(workspace);
        return is(status -> check(by, set)) || is(status -> backfill(by, set));
    }

    /** Inside the workspace. @return whether there may be more */
    boolean fire(UUID workspace) {
        Actor by = Actor.clock(workspace);
        RuleSet set = set(workspace);
        boolean more = false;
        for (RuleSet.Ready ready : set.timed()) {
            if (ready.runs()) {
                more |= due(by, set, ready);
            }
        }
        return more;
    }

    private RuleSet set(UUID workspace) {
        return Objects.requireNonNull(transaction.execute(status -> sets.of(workspace)));
    }

    private boolean is(TransactionCallback<Boolean> work) {
        return Boolean.TRUE.equals(transaction.execute(work));
    }

    private boolean backfill(Actor by, RuleSet set) {
        Optional<TimeRuleStore.Backfill> claimed = store.claimBackfill(by.workspace());
        if (claimed.isEmpty()) {
            return false;
        }
        UUID rule = claimed.get().rule();
        RuleSet.Ready ready = set.byId(rule);
        List<UUID> next = ready == null || !ready.rule().active() || !ready.runs()
                ? List.of()
                : store.next(
                        by.workspace(),
                        claimed.get().after(),
                        conditions.mayFit(by, ready.condition()),
                        BACKFILLED_AT_ONCE);
        store.backfill(by.workspace(), next);
        if (next.size() < BACKFILLED_AT_ONCE) {
            store.end(by.workspace(), rule);
        } else {
            store.advance(by.workspace(), rule, next.getLast());
        }
        return true;
    }

    private boolean check(Actor by, RuleSet set) {
        List<UUID> taken = store.takeChecks(by.workspace(), CHECKED_AT_ONCE);
        if (taken.isEmpty()) {
            return false;
        }
        Map<List<UUID>, TimeRuleStore.Fired> fired = new HashMap<>();
        store.fired(by.workspace(), taken).forEach(one -> fired.put(List.of(one.rule(), one.ticket()), one));
        List<TimeRuleStore.Due> planned = new ArrayList<>();
        List<TimeRuleStore.Due> gone = new ArrayList<>();
        List<TimeRuleStore.Fired> left = new ArrayList<>();
        Instant now = clock.instant();
        List<Ticket> there = tickets.byIds(by, taken).stream()
                .filter(ticket -> ticket.mergedInto() == null)
                .toList();
        for (TicketPicture picture : pictures.of(by, there)) {
            UUID ticket = picture.ticket().id();
            for (RuleSet.Ready ready : set.timed()) {
                UUID rule = ready.rule().id();
                Instant from = from(ready, picture);
                boolean may = ready.runs() && from != null && conditions.mayFit(picture, ready.condition());
                TimeRuleStore.Fired before = fired.get(List.of(rule, ticket));
                boolean stays = before != null && stays(by, ready, picture, before, from, now);
                if (before != null && !stays) {
                    left.add(before);
                }
                if (may && !stays && from != null) {
                    planned.add(new TimeRuleStore.Due(rule, ticket, from));
                } else {
                    gone.add(new TimeRuleStore.Due(rule, ticket, now));
                }
            }
        }
        store.forgetFired(by.workspace(), left);
        store.unplan(by.workspace(), gone);
        store.plan(by.workspace(), planned);
        return true;
    }

    /** Whether the ticket has been in the state ever since the rule fired, or has left it by the rule's own doing alone. */
    private boolean stays(
            Actor by,
            RuleSet.Ready ready,
            TicketPicture picture,
            TimeRuleStore.Fired before,
            @Nullable Instant from,
            Instant now) {
        if (!before.inside()) {
            return before.version() == picture.ticket().version();
        }
        return from != null && !from.isAfter(now) && running.fits(by, ready, picture);
    }

    private boolean due(Actor by, RuleSet set, RuleSet.Ready ready) {
        UUID rule = ready.rule().id();
        List<UUID> fitting = new ArrayList<>();
        Integer claimed = transaction.execute(status -> sift(by, ready, fitting));
        for (UUID ticket : fitting) {
            try {
                transaction.executeWithoutResult(status -> fire(by, set, ready, ticket));
            } catch (RuntimeException e) {
                LOG.warn("Time rule {} could not be run on a ticket, it is tried again", rule, e);
                transaction.executeWithoutResult(status -> store.plan(
                        by.workspace(),
                        List.of(new TimeRuleStore.Due(
                                rule, ticket, clock.instant().plus(LOOK_AGAIN_AFTER)))));
            }
        }
        return claimed != null && claimed == DUE_AT_ONCE;
    }

    private int sift(Actor by, RuleSet.Ready ready, List<UUID> fitting) {
        UUID rule = ready.rule().id();
        Instant now = clock.instant();
        List<UUID> claimed = store.claim(by.workspace(), rule, now, DUE_AT_ONCE);
        if (claimed.isEmpty()) {
            return 0;
        }
        List<TimeRuleStore.Due> later = new ArrayList<>();
        Map<UUID, TicketPicture> seen = new HashMap<>();
        pictures.of(
                        by,
                        tickets.byIds(by, claimed).stream()
                                .filter(ticket -> ticket.mergedInto() == null)
                                .toList())
                .forEach(picture -> seen.put(picture.ticket().id(), picture));
        List<TimeRuleStore.Due> gone = new ArrayList<>();
        for (UUID ticket : claimed) {
            TicketPicture picture = seen.get(ticket);
            Instant from = picture == null ? null : from(ready, picture);
            if (picture == null || from == null || !conditions.mayFit(picture, ready.condition())) {
                gone.add(new TimeRuleStore.Due(rule, ticket, now));
            } else if (from.isAfter(now)) {
                later.add(new TimeRuleStore.Due(rule, ticket, from));
            } else if (running.fits(by, ready, picture)) {
                fitting.add(ticket);
            } else {
                later.add(new TimeRuleStore.Due(rule, ticket, now.plus(LOOK_AGAIN_AFTER)));
            }
        }
        store.unplan(by.workspace(), gone);
        store.plan(by.workspace(), later);
        return claimed.size();
    }

    /** Its doings, the note that it fired, and the end of being due are one. */
    private void fire(Actor by, RuleSet set, RuleSet.Ready ready, UUID ticket) {
        UUID rule = ready.rule().id();
        Instant now = clock.instant();
        if (!store.claimOne(by.workspace(), rule, ticket, now)) {
            return;
        }
        store.unplan(by.workspace(), List.of(new TimeRuleStore.Due(rule, ticket, now)));
        if (firedBefore(by, rule, ticket)) {
            return;
        }
        Optional<TicketPicture> after = running.runTimed(by, set, ready, ticket, now);
        after.ifPresent(picture -> {
            Instant from = from(ready, picture);
            store.fire(
                    by.workspace(),
                    new TimeRuleStore.Fired(
                            rule,
                            ticket,
                            from != null && !from.isAfter(now) && running.fits(by, ready, picture),
                            picture.ticket().version()));
        });
    }

    /**
     * Whoever plans anew forgets in the same transaction that it fired. Where that is still written, the plan is of a check that began
     * before another node fired.
     */
    private boolean firedBefore(Actor by, UUID rule, UUID ticket) {
        return store.fired(by.workspace(), List.of(ticket)).stream()
                .anyMatch(fired -> fired.rule().equals(rule));
    }

    private static @Nullable Instant from(RuleSet.Ready ready, TicketPicture picture) {
        TimeBasis basis = Objects.requireNonNull(ready.rule().basis());
        return basis.from(picture, ready.rule().seconds());
    }
}
