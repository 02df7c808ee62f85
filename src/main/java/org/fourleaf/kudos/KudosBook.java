package org.fourleaf.kudos;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.DepartmentSight;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to kudos: all agents see all, but the ticket only whoever may see that. */
@Component
@Transactional(readOnly = true)
public class KudosBook {

    private static final int MONTHS = 12;

    /** What somebody may still give. @param month such as 2026-11, in the workspace's zone */
    record Allowance(String month, int perMonth, int given, int left, int points, int coins) {}

    private final KudosStore store;
    private final Agents agents;
    private final Tickets tickets;
    private final Departments departments;
    private final WorkspacePlace places;
    private final Clock clock;

    KudosBook(
            KudosStore store,
            Agents agents,
            Tickets tickets,
            Departments departments,
            WorkspacePlace places,
            Clock clock) {
        this.store = store;
        this.agents = agents;
        this.tickets = tickets;
        this.departments = departments;
        this.places = places;
        this.clock = clock;
    }

    /** Those that stand, by id; taken back ones are left out. */
    public Map<UUID, KudosCard> byIds(Actor by, Collection<UUID> ids) {
        Map<UUID, KudosCard> cards = new HashMap<>();
        if (!ids.isEmpty()) {
            cards(by, store.all(by.workspace(), ids)).forEach(card -> cards.put(card.id(), card));
        }
        return cards;
    }

    /** What they say; none once they are taken back. */
    public Optional<String> message(UUID workspace, UUID id) {
        return store.find(workspace, id).map(Kudos::message);
    }

    /** @param from ids, addresses or me, like {@code to} */
    Page<KudosCard> page(Actor by, @Nullable String from, @Nullable String to, Slice slice) {
        List<Kudos> found = store.page(by.workspace(), agent(by, from), agent(by, to), slice);
        Page<Kudos> page = slice.page(found, kudos -> Cursor.of(kudos.at(), kudos.id()));
        return new Page<>(cards(by, page.items()), page.next());
    }

    KudosSetting setting(Actor by) {
        return store.setting(by.workspace());
    }

    Allowance allowance(Actor by) {
        int month = month(by.workspace(), clock.instant());
        KudosSetting setting = setting(by);
        int given = store.given(by.workspace(), by.agentId(), month);
        return new Allowance(
                YearMonth.of(month / MONTHS, month % MONTHS + 1).toString(),
                setting.perMonth(),
                given,
                Math.max(0, setting.perMonth() - given),
                setting.points(),
                setting.coins());
    }

    /** Of a moment, in the workspace's zone. */
    int month(UUID workspace, Instant at) {
        YearMonth month = YearMonth.from(at.atZone(places.zone(workspace)));
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    List<KudosCard> cards(Actor by, List<Kudos> all) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> named = new HashSet<>();
        for (Kudos kudos : all) {
            people.add(kudos.from());
            people.add(kudos.to());
            if (kudos.ticket() != null) {
                named.add(kudos.ticket());
            }
        }
        Map<UUID, PersonName> names = agents.names(by, people);
        Map<UUID, KudosCard.About> about = new HashMap<>();
        if (!named.isEmpty()) {
            DepartmentSight seen = departments.seenBy(by);
            tickets.byIds(by, named).stream()
                    .filter(ticket -> seen.sees(ticket.department()))
                    .forEach(ticket -> about.put(
                            ticket.id(), new KudosCard.About(ticket.code().toString(), ticket.subject())));
        }
        Instant now = clock.instant();
        return all.stream()
                .map(kudos -> new KudosCard(
                        kudos.id(),
                        names.get(kudos.from()),
                        names.get(kudos.to()),
                        kudos.message(),
                        kudos.ticket() == null ? null : about.get(kudos.ticket()),
                        kudos.points(),
                        kudos.coins(),
                        kudos.at(),
                        new KudosCard.Abilities(kudos.mayBeWithdrawn(by, now))))
                .toList();
    }

    private @Nullable UUID agent(Actor by, @Nullable String reference) {
        if (reference == null) {
            return null;
        }
        return reference.equals("me")
                ? by.agentId()
                : agents.readable(by, reference).id();
    }
}
