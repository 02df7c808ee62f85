package org.fourleaf.contests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What contests are called and whom they concern, for whoever tells of them. */
@Component
@Transactional(readOnly = true)
public class ContestPeople {

    private static final int PODIUM = 3;

    /** @param agent none of a team, and of who has no name @param team its name */
    public record Place(
            int rank, @Nullable PersonName agent, @Nullable String team, double value) {}

    /** How a contest ended. @param unit of the values */
    public record Podium(UUID id, String name, String unit, List<Place> places) {}

    /** A contest under way. @param lastDay the last that counts */
    public record Running(UUID id, String name, String metric, String unit, LocalDate lastDay, List<Place> places) {}

    private final ContestStore contests;
    private final ResultStore results;
    private final ContestReckoning reckoning;
    private final BoardSights sights;
    private final Agents agents;
    private final Departments departments;

    ContestPeople(
            ContestStore contests,
            ResultStore results,
            ContestReckoning reckoning,
            BoardSights sights,
            Agents agents,
            Departments departments) {
        this.contests = contests;
        this.results = results;
        this.reckoning = reckoning;
        this.sights = sights;
        this.agents = agents;
        this.departments = departments;
    }

    /** Its id when it is gone. */
    public String name(UUID workspace, UUID contest) {
        return contests.find(workspace, contest).map(Contest::name).orElse(contest.toString());
    }

    /** Finalised contests with who came out best, by id; who the sight hides has no name. */
    public Map<UUID, Podium> podiums(UUID workspace, Collection<UUID> ids, BoardSight sight) {
        Map<UUID, Podium> podiums = new HashMap<>();
        List<Contest> found = contests.byIds(workspace, List.copyOf(ids));
        Map<UUID, List<ResultStore.Result>> best =
                results.best(workspace, found.stream().map(Contest::id).toList());
        Set<UUID> who = new HashSet<>();
        best.values()
                .forEach(each ->
                        each.forEach(one -> who.add(one.placing().standing().who())));
        Map<UUID, PersonName> people = agents.names(Actor.system(workspace), who);
        for (Contest contest : found) {
            List<Place> places = new ArrayList<>();
            for (ResultStore.Result result : best.getOrDefault(contest.id(), List.of())) {
                UUID id = result.placing().standing().who();
                Integer rank = result.placing().rank();
                if (rank != null && rank <= PODIUM) {
                    PersonName agent = sight.sees(id) ? people.get(id) : null;
                    places.add(new Place(
                            rank,
                            contest.isAmongTeams() ? null : agent,
                            result.name(),
                            result.placing().standing().value()));
                }
            }
            String unit = Standings.measure(contest.metric())
                    .map(Standings.Measure::unit)
                    .orElse("count");
            podiums.put(contest.id(), new Podium(contest.id(), contest.name(), unit, places));
        }
        return podiums;
    }

    /** Contests under way and who is ahead, for all who pass by: those that end first. */
    public List<Running> running(Actor by, int max) {
        BoardSight sight = sights.ofStrangers(by.workspace());
        List<Running> running = new ArrayList<>();
        for (Contest contest : contests.open(by.workspace(), max)) {
            List<Placing> best = reckoning.placings(by, contest).stream()
                    .filter(one -> one.rank() != null)
                    .limit(PODIUM)
                    .toList();
            Map<UUID, PersonName> people = agents.names(
                    by, best.stream().map(one -> one.standing().who()).toList());
            List<Place> places = new ArrayList<>();
            for (Placing one : best) {
                UUID id = one.standing().who();
                places.add(new Place(
                        one.rank() == null ? 0 : one.rank(),
                        !contest.isAmongTeams() && sight.names(id) ? people.get(id) : null,
                        contest.isAmongTeams()
                                ? departments.byId(by, id).map(Department::name).orElse("")
                                : null,
                        one.standing().value()));
            }
            running.add(new Running(
                    contest.id(),
                    contest.name(),
                    contest.metric(),
                    Standings.measure(contest.metric())
                            .map(Standings.Measure::unit)
                            .orElse("count"),
                    contest.lastDay(),
                    places));
        }
        return running;
    }

    /** Who takes part, alone or with a team. @param everybody those at work */
    public Set<UUID> participants(UUID workspace, UUID id, Set<UUID> everybody) {
        Contest contest = contests.find(workspace, id).orElse(null);
        if (contest == null) {
            return Set.of();
        }
        return switch (contest.among()) {
            case ALL_AGENTS -> everybody;
            case AGENTS -> Set.copyOf(contest.participants());
            case DEPARTMENTS -> {
                Map<UUID, List<UUID>> workers = departments.workersOfAll(Actor.system(workspace));
                Set<UUID> members = new HashSet<>();
                contest.participants().forEach(one -> members.addAll(workers.getOrDefault(one, List.of())));
                yield members;
            }
        };
    }
}
