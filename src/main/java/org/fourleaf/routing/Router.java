package org.fourleaf.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.RoutingMode;
import org.fourleaf.people.PresenceChanging;
import org.fourleaf.people.PresenceChannel;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.log.Log;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers waiting tickets to agents who are there and have room: the most important or oldest first, to whoever's turn it is. May be asked
 * at any time and on any node: a department is routed by one at a time, and a ticket or an agent has one open offer at most.
 */
@Component
@Transactional
class Router {

    /** Who let a ticket pass is not offered it again for so long. */
    static final Duration PASSED_FOR = Duration.ofMinutes(10);

    static final String MISSED_REASON = "missed offers";

    private static final int LOOKED_AT_MAX = 50;
    private static final int ENDED_MAX = 200;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final RouterQuery query;
    private final ToSolveQuery queue;
    private final OfferStore offers;
    private final RoutingSettingStore settings;
    private final PresenceChanging presence;
    private final Log log;
    private final Clock clock;

    Router(
            RouterQuery query,
            ToSolveQuery queue,
            OfferStore offers,
            RoutingSettingStore settings,
            PresenceChanging presence,
            Log log,
            Clock clock) {
        this.query = query;
        this.queue = queue;
        this.offers = offers;
        this.settings = settings;
        this.presence = presence;
        this.log = log;
        this.clock = clock;
    }

    /** @return how many offers it made */
    int route(Actor by) {
        List<RouterQuery.Pushing> departments = query.departments(by.workspace());
        Instant now = clock.instant();
        for (Offer offer : offers.lockPointless(by.workspace(), ENDED_MAX)) {
            offers.end(by.workspace(), offer.id(), Offer.End.WITHDRAWN, now);
            log.write(by, new OfferWithdrawn(offer.ticket(), offer.agent(), offer.department(), offer.id()), now);
        }
        if (departments.isEmpty()) {
            return 0;
        }
        RoutingSettings numbers = settings.of(by.workspace());
        int made = 0;
        for (RouterQuery.Pushing department : departments) {
            if (query.lock(by.workspace(), department.id())) {
                made += route(by, department, numbers, now);
            }
        }
        return made;
    }

    /** Ends the offers nobody answered in time; who misses too many in a row is paused. */
    void miss(Actor by, Instant moment) {
        List<Offer> missed = offers.lockMissed(by.workspace(), moment, ENDED_MAX);
        if (missed.isEmpty()) {
            return;
        }
        for (Offer offer : missed) {
            offers.end(by.workspace(), offer.id(), Offer.End.MISSED, moment);
            log.write(by, new OfferMissed(offer.ticket(), offer.agent(), offer.department(), offer.id()), moment);
            missed(by, offer.agent(), PresenceChannel.EMAIL);
        }
        offers.forget(by.workspace(), moment.minus(REMEMBERED));
    }

    /** One more piece of work this agent let pass; too many pause them on its channel. */
    void missed(Actor by, UUID agent, PresenceChannel channel) {
        int misses = offers.missed(by.workspace(), agent);
        int most = settings.of(by.workspace()).missedOffersMax();
        if (most > 0 && misses >= most) {
            presence.pause(by, agent, channel, MISSED_REASON);
            offers.clearMisses(by.workspace(), agent);
        }
    }

    private int route(Actor by, RouterQuery.Pushing department, RoutingSettings numbers, Instant now) {
        List<FreeAgent> free = new ArrayList<>(query.free(by.workspace(), department.id(), numbers.ticketsMax(), now));
        if (free.isEmpty()) {
            return 0;
        }
        List<UUID> tickets = queue.lockWaiting(by.workspace(), department.id(), department.order(), LOOKED_AT_MAX, now);
        if (tickets.isEmpty()) {
            return 0;
        }
        Map<UUID, Set<UUID>> passed = query.passed(by.workspace(), tickets, now.minus(PASSED_FOR));
        boolean bySkill = department.mode() == RoutingMode.SKILL;
        Map<UUID, TicketNeeds> needs = bySkill ? query.needs(by.workspace(), tickets) : Map.of();
        TicketNeeds.Offered known =
                TicketNeeds.Offered.by(bySkill ? query.solvers(by.workspace(), department.id()) : List.of());
        int made = 0;
        for (UUID ticket : tickets) {
            TicketNeeds need = needs.get(ticket);
            Optional<FreeAgent> chosen = free.stream()
                    .filter(agent -> !passed.getOrDefault(ticket, Set.of()).contains(agent.id()))
                    .filter(agent -> need == null || need.metBy(agent, known))
                    .min(turn(department.mode()));
            if (chosen.isPresent() && offer(by, ticket, chosen.get(), department.id(), numbers, now)) {
                free.remove(chosen.get());
                made++;
            }
        }
        return made;
    }

    /** Round robin: offered longest ago. Least busy, and among the skilled too: fewest waiting tickets, then offered longest ago. */
    private static Comparator<FreeAgent> turn(RoutingMode mode) {
        Comparator<FreeAgent> roundRobin = Comparator.comparing(
                        FreeAgent::offeredAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(FreeAgent::id);
        return switch (mode) {
            case PULL, ROUND_ROBIN -> roundRobin;
            case LEAST_BUSY, SKILL -> Comparator.comparingInt(FreeAgent::load).thenComparing(roundRobin);
        };
    }

    private boolean offer(
            Actor by, UUID ticket, FreeAgent agent, UUID department, RoutingSettings numbers, Instant now) {
        Offer offer = new Offer(Ids.next(), ticket, agent.id(), department, now, now.plus(numbers.offerFor()));
        if (!offers.insert(by.workspace(), offer)) {
            return false;
        }
        offers.offered(by.workspace(), agent.id(), now);
        log.write(by, new TicketOffered(ticket, agent.id(), department, offer.id()), now);
        return true;
    }
}
