package org.fourleaf.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.conditions.Surroundings;
import org.fourleaf.conditions.TicketPicture;
import org.fourleaf.conditions.TicketPictureQuery;
import org.fourleaf.conditions.Viewer;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketAssigning;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Asks the rules that wait for an event, in their order, and runs those that match: each under a savepoint, so that one that fails undoes
 * its own doings alone. A later rule sees the ticket as the earlier ones left it.
 */
@Component
class RuleRunning {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunning.class);

    /** Then it is shown as broken. */
    private static final int FAILURES_MAX = 3;

    /** One rule on one ticket; what comes back by mail sets rules off anew, without any chain to be seen. */
    private static final int RUNS_PER_HOUR_MAX = 30;

    private static final int FOLLOWED_LINES_MAX = 500;
    /** So many tickets that a broken rule passed over are written down. */
    static final int PASSED_OVER_MAX = 500;

    private final Tickets tickets;
    private final TicketAssigning locking;
    private final TicketPictureQuery pictures;
    private final EventQuery events;
    private final RuleActing acting;
    private final RuleRunStore runs;
    private final RuleChecking checking;
    private final RulesStore rules;
    private final RuleTodoStore todos;
    private final RuleBell bell;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    RuleRunning(
            Tickets tickets,
            TicketAssigning locking,
            TicketPictureQuery pictures,
            EventQuery events,
            RuleActing acting,
            RuleRunStore runs,
            RuleChecking checking,
            RulesStore rules,
            RuleTodoStore todos,
            RuleBell bell,
            Log log,
            Clock clock,
            WorkspaceTransactions transactions) {
        this.tickets = tickets;
        this.locking = locking;
        this.pictures = pictures;
        this.events = events;
        this.acting = acting;
        this.runs = runs;
        this.checking = checking;
        this.rules = rules;
        this.todos = todos;
        this.bell = bell;
        this.log = log;
        this.clock = clock;
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Those of the events that some rule matches, or stumbles over; nothing is locked and nothing done. */
    List<RuleTodoStore.Todo> wanted(Actor by, RuleSet set, List<RuleTodoStore.Todo> claimed) {
        List<Ticket> about = tickets.byIds(
                by,
                claimed.stream().map(todo -> todo.event().ticket()).distinct().toList());
        Map<UUID, TicketPicture> seen = new LinkedHashMap<>();
        pictures.of(
                        by,
                        about.stream()
                                .filter(ticket -> ticket.mergedInto() == null)
                                .toList())
                .forEach(picture -> seen.put(picture.ticket().id(), picture));
        return claimed.stream()
                .filter(todo -> {
                    TicketPicture picture = seen.get(todo.event().ticket());
                    if (picture == null) {
                        return false;
                    }
                    Asked asked = asked(by, picture, todo.event());
                    return candidates(by, set, todo.event()).stream()
                            .anyMatch(ready ->
                                    ready.runs() ? matchesOrStumbles(ready, asked) : isPassedOver(by, ready, asked));
                })
                .toList();
    }

    /** A ticket and all around an event, as rules find it; what one rule made be read is there for the next. */
    private record Asked(TicketPicture picture, Viewer viewer, Surroundings around) {

        boolean fits(RuleSet.Ready ready) {
            return picture.fits(ready.condition(), viewer, around);
        }
    }

    private Asked asked(Actor by, TicketPicture picture, RuleEvent event) {
        Viewer viewer = new Viewer(null, List.of(), clock.instant());
        return new Asked(picture, viewer, events.around(by, picture.ticket(), event, viewer.now()));
    }

    private static boolean matchesOrStumbles(RuleSet.Ready ready, Asked asked) {
        try {
            return asked.fits(ready);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** What a broken rule names in its conditions may be gone: then it is taken to match. */
    private boolean isPassedOver(Actor by, RuleSet.Ready ready, Asked asked) {
        boolean askable =
                ready.missing().stream().noneMatch(gone -> gone.pointer().startsWith("/condition"));
        return (!askable || matchesOrStumbles(ready, asked))
                && runs.passedOver(by.workspace(), ready.rule().id(), PASSED_OVER_MAX) < PASSED_OVER_MAX;
    }

    private void passOver(Actor by, RuleSet.Ready ready, Asked asked) {
        if (isPassedOver(by, ready, asked)) {
            runs.insert(
                    by.workspace(),
                    ready.rule().id(),
                    asked.picture().ticket().id(),
                    clock.instant(),
                    RuleRunStore.Outcome.PASSED_OVER,
                    RuleTrouble.missing(ready.missing(), clock.instant()).reason());
        }
    }

    /** In the transaction that ends the event. */
    void run(Actor by, RuleSet set, RuleEvent event) {
        Optional<Ticket> locked = locking.lock(by, event.ticket()).filter(ticket -> ticket.mergedInto() == null);
        if (locked.isEmpty()) {
            return;
        }
        Ticket ticket = locked.get();
        boolean acted = false;
        Asked asked = asked(by, pictures.of(by, ticket), event);
        for (RuleSet.Ready ready : candidates(by, set, event)) {
            if (!ready.runs()) {
                passOver(by, ready, asked);
                continue;
            }
            Boolean matches = matches(by, ready, asked);
            if (matches == null || !matches) {
                continue;
            }
            if (!mayRun(by, set, ready.rule(), event)) {
                break;
            }
            RuleActing.End end = runOne(by, set, ready.rule(), ticket, event.family());
            acted |= end != RuleActing.End.FAILED;
            Optional<Ticket> after = tickets.byId(by, ticket.id()).filter(now -> now.mergedInto() == null);
            if (after.isEmpty()
                    || end == RuleActing.End.STOP
                    || (end == RuleActing.End.NEXT && ready.rule().stops())) {
                break;
            }
            ticket = after.get();
            asked = asked(by, pictures.of(by, ticket), event);
        }
        if (acted) {
            follow(by, set, event);
        }
    }

    /** Whether a ticket fits a time rule now, as far as that can be told; one that can't be asked is asked under lock again. */
    boolean fits(Actor by, RuleSet.Ready ready, TicketPicture picture) {
        return matchesOrStumbles(
                ready, asked(by, picture, timed(picture.ticket().id(), clock.instant())));
    }

    /** A time rule on one ticket, asked again now that it is locked. @return the ticket as it is after it; none when it did not run */
    Optional<TicketPicture> runTimed(Actor by, RuleSet set, RuleSet.Ready ready, UUID id, Instant now) {
        Optional<Ticket> locked = locking.lock(by, id).filter(ticket -> ticket.mergedInto() == null);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        RuleEvent event = timed(id, now);
        Boolean matches = matches(by, ready, asked(by, pictures.of(by, locked.get()), event));
        if (matches == null || !matches || !mayRun(by, set, ready.rule(), event)) {
            return matches == null ? Optional.of(pictures.of(by, locked.get())) : Optional.empty();
        }
        if (runOne(by, set, ready.rule(), locked.get(), null) != RuleActing.End.FAILED) {
            follow(by, set, event);
        }
        return tickets.byId(by, id)
                .filter(ticket -> ticket.mergedInto() == null)
                .map(ticket -> pictures.of(by, ticket));
    }

    private static RuleEvent timed(UUID ticket, Instant now) {
        return new RuleEvent(
                ticket,
                Set.of(RuleTrigger.TIME),
                ActivityKind.TICKET_CHANGED,
                Actor.Kind.CLOCK,
                null,
                now,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                null);
    }

    /** None when it could not be asked: that is written down with the rule. */
    private @Nullable Boolean matches(Actor by, RuleSet.Ready ready, Asked asked) {
        try {
            return asked.fits(ready);
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(by, ready.rule(), asked.picture().ticket(), e);
            return null;
        }
    }

    private List<RuleSet.Ready> candidates(Actor by, RuleSet set, RuleEvent event) {
        Set<RuleTrigger> triggers = EnumSet.copyOf(event.triggers());
        UUID message = event.id("message");
        if (triggers.contains(RuleTrigger.MESSAGE_ADDED)
                && message != null
                && events.isFirst(by.workspace(), event.ticket(), message)) {
            triggers.remove(RuleTrigger.MESSAGE_ADDED);
        }
        return set.waitingFor(triggers).stream()
                .filter(ready -> !event.isDoingOf(ready.rule().id()))
                .toList();
    }

    private boolean mayRun(Actor by, RuleSet set, Rule rule, RuleEvent event) {
        boolean often = runs.since(
                        by.workspace(),
                        rule.id(),
                        event.ticket(),
                        clock.instant().minus(Duration.ofHours(1)))
                >= RUNS_PER_HOUR_MAX;
        UUID family = event.family();
        boolean many = family != null && runs.inFamily(by.workspace(), family) >= RuleEvent.FAMILY_MAX;
        if (!event.isAtEnd() && !many && !often) {
            return true;
        }
        String reason = often
                ? "It ran " + RUNS_PER_HOUR_MAX + " times within an hour on one ticket; it is held back there."
                : "Rules set each other off, and it was cut short after "
                        + (many ? RuleEvent.FAMILY_MAX + " runs: " : RuleEvent.CHAIN_MAX + " in a row: ")
                        + names(set, event);
        runs.insert(by.workspace(), rule.id(), event.ticket(), clock.instant(), RuleRunStore.Outcome.LOOP, reason);
        Stream.concat(event.chain().stream(), Stream.of(rule.id())).distinct().forEach(id -> {
            RuleSet.Ready part = set.byId(id);
            if (part != null) {
                checking.broke(by, part.rule(), RuleTrouble.Kind.LOOP, reason);
            }
        });
        return false;
    }

    private static String names(RuleSet set, RuleEvent event) {
        return event.chain().stream()
                .distinct()
                .map(set::byId)
                .filter(Objects::nonNull)
                .map(ready -> ready.rule().name())
                .collect(Collectors.joining(" → "));
    }

    private RuleActing.End runOne(Actor by, RuleSet set, Rule rule, Ticket ticket, @Nullable UUID family) {
        Actor self = Actor.rule(by.workspace(), rule.id(), rule.name());
        try {
            List<String> remarks = new ArrayList<>();
            RuleActing.End end = Objects.requireNonNull(savepoint.execute(status -> {
                log.write(self, new RuleRan(ticket.id(), ticket.department(), rule.id()));
                return acting.act(self, set, rule, ticket, remarks);
            }));
            runs.insert(
                    by.workspace(),
                    rule.id(),
                    ticket.id(),
                    clock.instant(),
                    RuleRunStore.Outcome.RAN,
                    remarks.isEmpty() ? null : String.join(" ", remarks),
                    family);
            if (rule.failures() > 0 || rule.trouble() != null) {
                checking.ranWell(by, rule);
            }
            return end;
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(by, rule, ticket, e);
            return RuleActing.End.FAILED;
        }
    }

    private void failed(Actor by, Rule rule, Ticket ticket, RuntimeException e) {
        String reason = e instanceof Refusal refusal ? refusal.getMessage() : "Something went wrong inside.";
        if (!(e instanceof Refusal)) {
            LOG.error("Rule {} failed", rule.id(), e);
        }
        runs.insert(by.workspace(), rule.id(), ticket.id(), clock.instant(), RuleRunStore.Outcome.FAILED, reason);
        int failures = rules.failed(by.workspace(), rule.id());
        if (failures == 1) {
            // So that nodes learn that there is something to forget once it runs well.
            rules.raiseSetVersion(by.workspace());
        }
        if (failures >= FAILURES_MAX) {
            checking.broke(
                    by,
                    rule,
                    RuleTrouble.Kind.FAILED,
                    "It failed " + failures + " times in a row, the last time because: " + reason);
        }
    }

    /** An event that could not be dealt with at all: its rules show it, and the next one comes. */
    void giveUp(Actor by, RuleSet set, RuleEvent event, RuntimeException e) {
        tickets.byId(by, event.ticket())
                .ifPresent(ticket -> candidates(by, set, event).stream()
                        .filter(RuleSet.Ready::runs)
                        .forEach(ready -> failed(by, ready.rule(), ticket, e)));
    }

    /** What rules did here may set off others. */
    private void follow(Actor by, RuleSet set, RuleEvent cause) {
        UUID family = cause.family() == null ? Ids.next() : cause.family();
        List<RuleEvent> heard = new ArrayList<>();
        for (Recorded line : todos.ownLines(by.workspace(), FOLLOWED_LINES_MAX)) {
            List<UUID> longer = Stream.concat(cause.chain().stream(), Stream.of(Objects.requireNonNull(line.byId())))
                    .toList();
            RuleEvent event = RuleReader.heard(set, line, longer, family);
            if (!event.triggers().isEmpty()) {
                heard.add(event);
            }
        }
        if (!heard.isEmpty()) {
            todos.insert(by.workspace(), heard);
            bell.ringAfterCommit();
        }
    }
}
