package org.fourleaf.contests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.boards.Standings;
import org.fourleaf.departments.Department;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogWindowQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves contests on as days come: opens them, closes them when their last day is over, and finalises them when everything up to their
 * end has been counted. Each step is one transaction that holds the contest's row, so that neither a second node nor a kill makes it
 * happen twice or not at all.
 */
@Component
@Transactional
class ContestTurning {

    private final ContestStore contests;
    private final ResultStore results;
    private final ContestReckoning reckoning;
    private final Standings standings;
    private final Departments departments;
    private final LogWindowQuery window;
    private final Log log;
    private final Clock clock;

    ContestTurning(
            ContestStore contests,
            ResultStore results,
            ContestReckoning reckoning,
            Standings standings,
            Departments departments,
            LogWindowQuery window,
            Log log,
            Clock clock) {
        this.contests = contests;
        this.results = results;
        this.reckoning = reckoning;
        this.standings = standings;
        this.departments = departments;
        this.window = window;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<UUID> due(Actor by, LocalDate today) {
        return contests.due(by.workspace(), today);
    }

    /**
     * One step of one contest.
     *
     * @param today in the workspace's zone
     * @return whether there was one to take
     */
    boolean step(Actor by, UUID id, LocalDate today) {
        Contest contest = contests.lock(by.workspace(), id).orElse(null);
        if (contest == null) {
            return false;
        }
        return switch (contest.state()) {
            case PLANNED -> !contest.firstDay().isAfter(today) && open(by, contest, today);
            case OPEN -> contest.lastDay().isBefore(today) && close(by, contest);
            case CLOSED -> isCounted(by, contest) && finalise(by, contest);
            case FINALISED, CANCELLED -> false;
        };
    }

    private boolean open(Actor by, Contest contest, LocalDate today) {
        contests.opened(by.workspace(), contest.id(), clock.instant());
        log.write(by, new ContestOpened(contest.id(), contest.lastDay().isBefore(today) ? true : null));
        return true;
    }

    private boolean close(Actor by, Contest contest) {
        contests.closed(by.workspace(), contest.id(), clock.instant(), window.snapshot());
        log.write(by, new ContestClosed(contest.id()));
        return true;
    }

    /** Readers of a quiet log stand still: the bell moves them. */
    private boolean isCounted(Actor by, Contest contest) {
        boolean counted = contest.bound() != null && standings.haveCounted(by, contest.bound());
        if (!counted) {
            log.ringAfterCommit(by.workspace());
        }
        return counted;
    }

    private boolean finalise(Actor by, Contest contest) {
        List<Placing> placings = reckoning.placings(by, contest);
        Map<UUID, String> names = new HashMap<>();
        if (contest.isAmongTeams()) {
            placings.forEach(one -> departments
                    .byId(by, one.standing().who())
                    .map(Department::name)
                    .ifPresent(name -> names.put(one.standing().who(), name)));
        }
        List<ResultStore.Winner> winners = winners(by, contest, placings);
        results.insert(by.workspace(), contest.id(), placings, names);
        results.insertWinners(by.workspace(), contest.id(), winners);
        contests.finalised(by.workspace(), contest.id(), clock.instant());
        for (ResultStore.Winner winner : winners) {
            log.write(by, new ContestWon(winner.agent(), contest.id(), winner.rank(), winner.points(), winner.coins()));
        }
        log.write(by, new ContestFinalised(contest.id(), winners.size()));
        return true;
    }

    /** Who is in two teams that win gets the better prize. */
    private List<ResultStore.Winner> winners(Actor by, Contest contest, List<Placing> placings) {
        Map<UUID, List<UUID>> members = contest.isAmongTeams() ? departments.workersOfAll(by) : Map.of();
        Map<UUID, ResultStore.Winner> winners = new LinkedHashMap<>();
        for (Placing placing : placings) {
            Prize prize = contest.prize(placing.rank());
            if (placing.rank() == null || prize == null) {
                break;
            }
            UUID who = placing.standing().who();
            List<UUID> people = contest.isAmongTeams()
                    ? reckoning.contributors(by, contest, members.getOrDefault(who, List.of()))
                    : List.of(who);
            for (UUID agent : people) {
                winners.putIfAbsent(
                        agent, new ResultStore.Winner(agent, placing.rank(), prize.points(), prize.coins()));
            }
        }
        return new ArrayList<>(winners.values());
    }
}
