package org.fourleaf.contests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fourleaf.boards.Standings;
import org.fourleaf.game.Direction;
import org.fourleaf.game.TieRule;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contests that began before they were made, for a demonstration's past: they open and end by themselves like any other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PastContests {

    private final ContestStore store;
    private final Standings standings;
    private final Clock clock;

    PastContests(ContestStore store, Standings standings, Clock clock) {
        this.store = store;
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * @param departments as teams; everybody by themselves of none
     * @param daysAgo when it began
     * @param days how many it lasts
     * @param points of the prizes, the first first; coins are a tenth of it
     */
    public UUID add(
            Actor by,
            String name,
            String text,
            String metric,
            List<UUID> departments,
            int daysAgo,
            int days,
            List<Integer> points) {
        LocalDate first = standings.today(by.workspace()).minusDays(daysAgo);
        UUID id = Ids.next();
        store.insert(
                by.workspace(),
                new Contest(
                        id,
                        name,
                        text,
                        metric,
                        Direction.MOST,
                        departments.isEmpty() ? Among.ALL_AGENTS : Among.DEPARTMENTS,
                        departments,
                        first,
                        first.plusDays(days - 1L),
                        TeamValue.PER_HEAD,
                        TieRule.EARLIEST,
                        1,
                        null,
                        points.stream()
                                .map(each -> new Prize(each, each / 10, ""))
                                .toList(),
                        clock.instant(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        1));
        return id;
    }
}
