package org.fourleaf.contests;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.boards.Standing;
import org.fourleaf.boards.Standings;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where everybody in a contest stands as things are now: while it is open, and once more when it is finalised. */
@Component
@Transactional(readOnly = true)
class ContestReckoning {

    private final Standings standings;

    ContestReckoning(Standings standings) {
        this.standings = standings;
    }

    List<Placing> placings(Actor by, Contest contest) {
        Standings.Measure measure = Standings.measure(contest.metric())
                .orElseThrow(() -> new IllegalStateException("contest by " + contest.metric()));
        Map<UUID, Double> gates = new HashMap<>();
        if (contest.gate() != null) {
            of(by, contest, contest.gate().kpi()).forEach(standing -> gates.put(standing.who(), standing.value()));
        }
        return Placing.of(contest, measure.sampled(), of(by, contest, contest.metric()), gates);
    }

    /** Agents behind a team that came to anything, so that they share its prize. */
    List<UUID> contributors(Actor by, Contest contest, Collection<UUID> members) {
        Set<UUID> working = new HashSet<>();
        standings
                .agents(by, contest.metric(), contest.firstDay(), contest.end())
                .forEach(one -> working.add(one.who()));
        return members.stream().filter(working::contains).toList();
    }

    private List<Standing> of(Actor by, Contest contest, String metric) {
        List<Standing> all = contest.isAmongTeams()
                ? standings.departments(
                        by, metric, contest.firstDay(), contest.end(), contest.teamValue() == TeamValue.PER_HEAD)
                : standings.agents(by, metric, contest.firstDay(), contest.end());
        if (contest.among() == Among.ALL_AGENTS) {
            return all;
        }
        Set<UUID> chosen = Set.copyOf(contest.participants());
        return all.stream().filter(one -> chosen.contains(one.who())).toList();
    }
}
