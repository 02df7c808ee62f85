package org.fourleaf.fairplay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.FigureSight;
import org.fourleaf.metrics.Figures;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What looks unfair, for those who lead the agent: who sees all figures everybody's, a department's leads its members', nobody their own. */
@Component
@Transactional(readOnly = true)
class FairPlay {

    /**
     * @param cases how many
     * @param of all the agent's acts of that sort in the period
     * @param share cases ÷ of
     * @param othersShare the same of all others one leads, together; 0 when they did nothing of that sort
     * @param casesFrom from so many on it is raised
     * @param shareFrom and from such a share on
     */
    record Flag(
            FlagKind kind,
            PersonName agent,
            long cases,
            long of,
            double share,
            double othersShare,
            int casesFrom,
            double shareFrom) {}

    private final FairPlayQuery query;
    private final Figures figures;
    private final Agents agents;

    FairPlay(FairPlayQuery query, Figures figures, Agents agents) {
        this.query = query;
        this.figures = figures;
        this.agents = agents;
    }

    /** The largest share first. */
    List<Flag> flags(Actor by, TimeSlice time) {
        Set<UUID> led = led(by);
        List<Flag> flags = new ArrayList<>();
        Map<UUID, PersonName> names = agents.names(by, led);
        for (FlagKind kind : FlagKind.values()) {
            List<FairPlayQuery.Tally> tallies = query.tallies(by.workspace(), time, led, kind);
            for (FairPlayQuery.Tally tally : tallies) {
                PersonName name = names.get(tally.agent());
                double others = othersShare(tallies, tally);
                if (name != null && kind.isRaised(tally.cases(), tally.of(), others)) {
                    flags.add(new Flag(
                            kind,
                            name,
                            tally.cases(),
                            tally.of(),
                            (double) tally.cases() / tally.of(),
                            others,
                            kind.casesMin(),
                            kind.shareMin()));
                }
            }
        }
        flags.sort(Comparator.comparingDouble(Flag::share)
                .reversed()
                .thenComparing(flag -> flag.agent().name()));
        return flags;
    }

    private static double othersShare(List<FairPlayQuery.Tally> tallies, FairPlayQuery.Tally one) {
        long cases = 0;
        long of = 0;
        for (FairPlayQuery.Tally tally : tallies) {
            if (!tally.agent().equals(one.agent())) {
                cases += tally.cases();
                of += tally.of();
            }
        }
        return of == 0 ? 0 : (double) cases / of;
    }

    /** Newest first. @throws Refusal not found for an agent one does not lead */
    Page<FairPlayQuery.Evidence> evidence(Actor by, TimeSlice time, UUID agent, FlagKind kind, Slice slice) {
        if (!led(by).contains(agent)) {
            throw Refusal.notFound("agent");
        }
        return slice.page(
                query.evidence(by.workspace(), time, agent, kind, slice),
                one -> Cursor.of(one.at(), Long.parseLong(one.id())));
    }

    /** @throws Refusal forbidden for who leads nobody */
    private Set<UUID> led(Actor by) {
        FigureSight sight = figures.sight(by);
        Set<UUID> led = new HashSet<>(sight.members());
        if (sight.all()) {
            agents.atWork(by).forEach(agent -> led.add(agent.id()));
        }
        led.remove(by.id());
        if (led.isEmpty() && !sight.all()) {
            throw Refusal.forbidden("permission-missing", "Only who leads agents sees this.");
        }
        return led;
    }
}
