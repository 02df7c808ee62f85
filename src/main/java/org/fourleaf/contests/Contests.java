package org.fourleaf.contests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.boards.BoardSight;
import org.fourleaf.boards.BoardSights;
import org.fourleaf.boards.Standings;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to contests: everybody sees which there are and who won. Where whole boards are not shown, agents see the places with a prize
 * and themselves with two on either side; who left public boards has no name there.
 */
@Component
@Transactional(readOnly = true)
class Contests {

    private static final int NEIGHBOURS = 2;
    private static final int ROWS_MAX = 200;

    private final ContestStore store;
    private final ResultStore results;
    private final ContestReckoning reckoning;
    private final BoardSights sights;
    private final Agents agents;
    private final Departments departments;

    Contests(
            ContestStore store,
            ResultStore results,
            ContestReckoning reckoning,
            BoardSights sights,
            Agents agents,
            Departments departments) {
        this.store = store;
        this.results = results;
        this.reckoning = reckoning;
        this.sights = sights;
        this.agents = agents;
        this.departments = departments;
    }

    /** @throws Refusal not found */
    Contest readable(Actor by, UUID id) {
        return store.find(by.workspace(), id).orElseThrow(() -> Refusal.notFound("contest"));
    }

    ContestCard card(Actor by, UUID id) {
        return cards(by, sights.of(by), List.of(readable(by, id)), true).getFirst();
    }

    /** The latest first. */
    Page<ContestCard> page(Actor by, @Nullable ContestState state, Slice slice) {
        Page<Contest> page = slice.page(
                store.page(by.workspace(), state, slice),
                contest -> Cursor.of(contest.firstDay().toEpochDay(), contest.id()));
        return new Page<>(cards(by, sights.of(by), page.items(), false), page.next());
    }

    /** As they are now, or as they were when it ended. */
    ContestCard.Table table(Actor by, UUID id) {
        return table(by, sights.of(by), readable(by, id));
    }

    private ContestCard.Table table(Actor by, BoardSight sight, Contest contest) {
        boolean frozen = contest.finalisedAt() != null;
        List<Placing> placings = new ArrayList<>();
        Map<UUID, String> called = new HashMap<>();
        if (frozen) {
            results.of(by.workspace(), contest.id()).forEach(result -> {
                placings.add(result.placing());
                if (result.name() != null) {
                    called.put(result.placing().standing().who(), result.name());
                }
            });
        } else if (contest.state() == ContestState.OPEN || contest.state() == ContestState.CLOSED) {
            placings.addAll(reckoning.placings(by, contest));
        }
        Set<UUID> own = own(by, contest);
        List<Placing> shown = shown(contest, sight, placings, own);
        Map<UUID, ContestCard.Participant> names = names(by, contest, shown, called);
        List<ContestCard.Row> rows = new ArrayList<>();
        for (Placing one : shown) {
            UUID who = one.standing().who();
            Prize prize = contest.prize(one.rank());
            boolean won = prize != null && frozen;
            boolean named = contest.isAmongTeams() || (won ? sight.sees(who) : sight.names(who));
            rows.add(new ContestCard.Row(
                    one.rank(),
                    named ? names.get(who) : null,
                    one.standing().value(),
                    one.standing().sample(),
                    one.gate(),
                    one.passedOver(),
                    prize,
                    own.contains(who)));
        }
        return new ContestCard.Table(
                contest.id(),
                unit(contest),
                contest.state(),
                frozen,
                Math.toIntExact(
                        placings.stream().filter(one -> one.rank() != null).count()),
                rows);
    }

    private static List<Placing> shown(Contest contest, BoardSight sight, List<Placing> placings, Set<UUID> own) {
        boolean all = contest.isAmongTeams() || sight.full();
        int you = -1;
        for (int i = 0; i < placings.size(); i++) {
            if (own.contains(placings.get(i).standing().who())) {
                you = i;
            }
        }
        List<Placing> shown = new ArrayList<>();
        for (int i = 0; i < placings.size(); i++) {
            Placing one = placings.get(i);
            boolean near = you >= 0 && Math.abs(i - you) <= NEIGHBOURS && (one.rank() != null || i == you);
            boolean wins = contest.prize(one.rank()) != null;
            boolean ranked = one.rank() != null || sight.whole() || contest.isAmongTeams();
            if ((all && ranked && i < ROWS_MAX) || near || (wins && i < ROWS_MAX)) {
                shown.add(one);
            }
        }
        return shown;
    }

    /** The reader, and the departments they work in. */
    private Set<UUID> own(Actor by, Contest contest) {
        Set<UUID> own = new HashSet<>();
        if (by.id() != null) {
            own.add(by.id());
            if (contest.isAmongTeams()) {
                departments.workersOfAll(by).forEach((department, members) -> {
                    if (members.contains(by.id())) {
                        own.add(department);
                    }
                });
            }
        }
        return own;
    }

    private Map<UUID, ContestCard.Participant> names(
            Actor by, Contest contest, List<Placing> shown, Map<UUID, String> called) {
        Set<UUID> who = new HashSet<>();
        shown.forEach(one -> who.add(one.standing().who()));
        Map<UUID, ContestCard.Participant> names = new HashMap<>();
        if (contest.isAmongTeams()) {
            who.forEach(id -> names.put(id, new ContestCard.Participant(id, team(by, id, called.get(id)), null)));
        } else {
            agents.names(by, who).values().forEach(name -> names.put(name.id(), participant(name)));
        }
        return names;
    }

    private String team(Actor by, UUID id, @Nullable String called) {
        return called != null
                ? called
                : departments.byId(by, id).map(Department::name).orElse("");
    }

    private static ContestCard.Participant participant(PersonName name) {
        return new ContestCard.Participant(name.id(), name.name(), name.email());
    }

    private List<ContestCard> cards(Actor by, BoardSight sight, List<Contest> contests, boolean withParticipants) {
        List<UUID> finalised = contests.stream()
                .filter(contest -> contest.finalisedAt() != null)
                .map(Contest::id)
                .toList();
        Map<UUID, List<ResultStore.Result>> best =
                finalised.isEmpty() ? Map.of() : results.best(by.workspace(), finalised);
        boolean manages = by.may(Permission.WORKSPACE_MANAGE);
        List<ContestCard> cards = new ArrayList<>();
        for (Contest contest : contests) {
            ContestState state = contest.state();
            boolean planned = state == ContestState.PLANNED;
            boolean running = planned || state == ContestState.OPEN;
            cards.add(new ContestCard(
                    contest.id(),
                    contest.name(),
                    contest.text(),
                    contest.metric(),
                    unit(contest),
                    contest.direction(),
                    contest.among(),
                    contest.participants().size(),
                    withParticipants ? participants(by, contest) : null,
                    contest.firstDay(),
                    contest.lastDay(),
                    contest.teamValue(),
                    contest.tieRule(),
                    contest.minimumSample(),
                    contest.gate(),
                    contest.prizes(),
                    state,
                    takesPart(by, contest),
                    winners(by, sight, contest, best.getOrDefault(contest.id(), List.of())),
                    contest.createdAt(),
                    contest.openedAt(),
                    contest.closedAt(),
                    contest.finalisedAt(),
                    contest.cancelledAt(),
                    new ContestCard.Abilities(
                            manages && planned,
                            manages,
                            manages && running,
                            manages && (planned || state == ContestState.CANCELLED)),
                    contest.version()));
        }
        return cards;
    }

    private boolean takesPart(Actor by, Contest contest) {
        if (!by.isAgent()) {
            return false;
        }
        return contest.among() == Among.ALL_AGENTS
                || own(by, contest).stream()
                        .anyMatch(id -> contest.participants().contains(id));
    }

    private List<ContestCard.Participant> participants(Actor by, Contest contest) {
        if (contest.isAmongTeams()) {
            return contest.participants().stream()
                    .map(id -> new ContestCard.Participant(id, team(by, id, null), null))
                    .toList();
        }
        Map<UUID, PersonName> names = agents.names(by, contest.participants());
        return contest.participants().stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(Contests::participant)
                .toList();
    }

    private List<ContestCard.Winner> winners(
            Actor by, BoardSight sight, Contest contest, List<ResultStore.Result> best) {
        Map<UUID, String> called = new HashMap<>();
        List<Placing> placings = new ArrayList<>();
        best.forEach(result -> {
            placings.add(result.placing());
            if (result.name() != null) {
                called.put(result.placing().standing().who(), result.name());
            }
        });
        Map<UUID, ContestCard.Participant> names = placings.isEmpty() ? Map.of() : names(by, contest, placings, called);
        List<ContestCard.Winner> winners = new ArrayList<>();
        for (Placing one : placings) {
            Prize prize = contest.prize(one.rank());
            UUID who = one.standing().who();
            if (one.rank() != null && prize != null) {
                winners.add(new ContestCard.Winner(
                        one.rank(),
                        contest.isAmongTeams() || sight.sees(who) ? names.get(who) : null,
                        one.standing().value(),
                        prize));
            }
        }
        return winners;
    }

    private static String unit(Contest contest) {
        return Standings.measure(contest.metric()).map(Standings.Measure::unit).orElse("count");
    }
}
