package org.fourleaf.boards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.game.Days;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The best of a period for all to see who pass by: without who left public boards, and without names where boards have none. */
@Component
@Transactional(readOnly = true)
public class Leaders {

    private static final int LEADERS_MAX = 20;

    /** @param agent none where boards have no names */
    public record Leader(int rank, @Nullable PersonName agent, double value) {}

    private final Standings standings;
    private final BoardSights sights;
    private final Agents agents;
    private final Departments departments;

    Leaders(Standings standings, BoardSights sights, Agents agents, Departments departments) {
        this.standings = standings;
        this.sights = sights;
        this.agents = agents;
        this.departments = departments;
    }

    /** @param metric one that {@link Standings#measure} knows @param among only who works in these departments; everybody of none */
    public List<Leader> of(Actor by, String metric, BoardSpan span, Set<UUID> among, int max) {
        Days days = span.days(standings.today(by.workspace()));
        BoardSight sight = sights.ofStrangers(by.workspace());
        Set<UUID> members = new HashSet<>();
        if (!among.isEmpty()) {
            departments.workersOfAll(by).forEach((department, workers) -> {
                if (among.contains(department)) {
                    members.addAll(workers);
                }
            });
        }
        List<Standing> best = standings.agents(by, metric, days.from(), days.to()).stream()
                .filter(one -> sight.sees(one.who()) && (among.isEmpty() || members.contains(one.who())))
                .sorted(Comparator.comparingDouble(Standing::value)
                        .reversed()
                        .thenComparing(Standing::last)
                        .thenComparing(one -> one.who().toString()))
                .limit(Math.min(max, LEADERS_MAX))
                .toList();
        Map<UUID, PersonName> names =
                agents.names(by, best.stream().map(Standing::who).toList());
        List<Leader> leaders = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < best.size(); i++) {
            if (i == 0 || best.get(i).value() != best.get(i - 1).value()) {
                rank = i + 1;
            }
            leaders.add(new Leader(
                    rank,
                    sight.anonymous() ? null : names.get(best.get(i).who()),
                    best.get(i).value()));
        }
        return leaders;
    }
}
