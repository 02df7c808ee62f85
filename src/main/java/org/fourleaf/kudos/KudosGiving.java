package org.fourleaf.kudos;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agent thanks another, and may think better of it; who manages the workspace says how often. */
@Component
@Transactional
public class KudosGiving {

    private final KudosStore store;
    private final KudosBook book;
    private final Agents agents;
    private final Tickets tickets;
    private final Log log;
    private final Clock clock;

    KudosGiving(KudosStore store, KudosBook book, Agents agents, Tickets tickets, Log log, Clock clock) {
        this.store = store;
        this.book = book;
        this.agents = agents;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param to an id or address
     * @param message 1 to {@value Kudos#MESSAGE_LENGTH_MAX} characters
     * @param code of the ticket it is for
     * @throws Refusal invalid when it can't go there, conflict when the month's allowance is used up
     */
    public KudosCard give(Actor by, String to, String message, @Nullable String code) {
        UUID giver = by.agentId();
        Agent receiver = agents.find(by, to).orElseThrow(() -> Refusal.invalid("/to", "There is no such agent."));
        if (receiver.id().equals(giver)) {
            throw Refusal.invalid("/to", "Kudos go to somebody else.");
        }
        if (!receiver.active()) {
            throw Refusal.invalid("/to", "This agent has left.");
        }
        Optional<Ticket> ticket = code == null ? Optional.empty() : Optional.of(ticket(by, code));
        return book.cards(
                        by,
                        List.of(give(
                                by,
                                receiver.id(),
                                message,
                                ticket.map(Ticket::id).orElse(null),
                                clock.instant())))
                .getFirst();
    }

    /** At some moment that is over, for whoever furnishes a workspace. @throws Refusal conflict when its month's allowance is used up */
    public void gave(Actor by, UUID to, String message, Instant at) {
        give(by, to, message, null, at);
    }

    private Kudos give(Actor by, UUID to, String message, @Nullable UUID ticket, Instant at) {
        UUID giver = by.agentId();
        KudosSetting setting = store.setting(by.workspace());
        int month = book.month(by.workspace(), at);
        if (!store.spend(by.workspace(), giver, month, setting.perMonth())) {
            throw Refusal.conflict(
                    "kudos-used-up",
                    setting.perMonth() == 0
                            ? "No kudos are given here."
                            : "All " + setting.perMonth() + " kudos of this month are given.");
        }
        Kudos kudos = new Kudos(Ids.next(), giver, to, message, ticket, setting.points(), setting.coins(), month, at);
        store.insert(by.workspace(), kudos);
        log.write(by, new KudosGiven(to, kudos.id(), ticket, kudos.points(), kudos.coins()), at);
        return kudos;
    }

    private Ticket ticket(Actor by, String code) {
        try {
            return tickets.readable(by, code);
        } catch (Refusal _) {
            throw Refusal.invalid("/ticket", "There is no such ticket.");
        }
    }

    /**
     * What came with it is taken back too. Its giver has it to give again; one that somebody else took away they have not.
     *
     * @throws Refusal forbidden for others than its giver, and for its giver after a day, without {@link Permission#REWARDS_MANAGE}
     */
    void withdraw(Actor by, UUID id) {
        Kudos kudos = store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("kudos"));
        Instant now = clock.instant();
        if (!kudos.mayBeWithdrawn(by, now)) {
            if (kudos.from().equals(by.id())) {
                throw Refusal.conflict("too-late", "Kudos can be taken back for a day.");
            }
            by.mustHave(Permission.REWARDS_MANAGE);
        }
        if (!store.withdraw(by.workspace(), id, by.id(), now)) {
            throw Refusal.notFound("kudos");
        }
        if (kudos.from().equals(by.id())) {
            store.unspend(by.workspace(), kudos.from(), kudos.month());
        }
        log.write(by, new KudosWithdrawn(kudos.to(), id, -kudos.points(), -kudos.coins()), now);
    }

    KudosSetting set(Actor by, @Nullable Integer perMonth, @Nullable Integer points, @Nullable Integer coins) {
        by.mustHave(Permission.WORKSPACE_MANAGE);
        KudosSetting was = store.setting(by.workspace());
        KudosSetting is = new KudosSetting(
                perMonth == null ? was.perMonth() : perMonth,
                points == null ? was.points() : points,
                coins == null ? was.coins() : coins,
                was.version());
        if (!is.equals(was)) {
            if (!store.save(by.workspace(), is)) {
                throw Refusal.stale();
            }
            log.write(by, new KudosSettingChanged(is.perMonth(), is.points(), is.coins()));
        }
        return store.setting(by.workspace());
    }
}
