package org.fourleaf.metrics;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Counts the ratings that stand. One that was taken back counts nowhere, also when the word came before it. */
@Component
class RatingFolding {

    private final RatingMarkStore store;

    RatingFolding(RatingMarkStore store) {
        this.store = store;
    }

    List<RatingMark> marks(List<Recorded> page) {
        return page.stream().map(RatingMark::of).filter(Objects::nonNull).toList();
    }

    /** The tickets whose ratings the page takes back by name. */
    Collection<UUID> ticketsNamed(UUID workspace, List<RatingMark> marks) {
        return store.ticketsOf(
                workspace,
                marks.stream().map(RatingMark::given).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    void fold(UUID workspace, List<RatingMark> marks, PageTags tags, Tallies tallies) {
        Set<UUID> tickets = new HashSet<>(tags.moved());
        marks.forEach(mark -> tickets.add(mark.ticket()));
        tickets.addAll(ticketsNamed(workspace, marks));
        if (tickets.isEmpty()) {
            return;
        }
        Set<RatingMark> known = new LinkedHashSet<>(store.ofTickets(workspace, tickets));
        Set<RatingMark> all = new LinkedHashSet<>(known);
        all.addAll(marks);
        List<RatingMark> naming = store.naming(
                workspace,
                all.stream().map(RatingMark::name).filter(Objects::nonNull).collect(Collectors.toSet()));
        known.addAll(naming);
        all.addAll(naming);
        Set<RatingMark> before = RatingMark.counting(known);
        Set<RatingMark> after = RatingMark.counting(all);
        for (RatingMark mark : all) {
            if (before.contains(mark) != after.contains(mark) || tags.moved().contains(mark.ticket())) {
                count(mark, before, tags.before(mark.ticket()), -1, tallies);
                count(mark, after, tags.after(mark.ticket()), 1, tallies);
            }
        }
        if (!marks.isEmpty()) {
            store.save(workspace, marks);
        }
    }

    private static void count(RatingMark mark, Set<RatingMark> counting, List<UUID> tags, int sign, Tallies tallies) {
        if (counting.contains(mark)) {
            tallies.add(tags, mark.cell(), mark.figure(), sign);
        }
    }
}
