package org.fourleaf.game;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.metrics.CountedToo;
import org.fourleaf.people.WorkspacePlace;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Folds what each agent did each day from the log, imported activities too: one statement a page. Counted anew when figures are. */
@Component
class ActCounting implements LogReader, CountedToo {

    static final String NAME = "acts";

    private final ActDayStore store;
    private final WorkspacePlace places;

    ActCounting(ActDayStore store, WorkspacePlace places) {
        this.store = store;
        this.places = places;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String reader() {
        return NAME;
    }

    @Override
    public boolean forgetSome(UUID workspace) {
        return store.forgetSome(workspace);
    }

    @Override
    public Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        GameMetric.all().forEach(metric -> kinds.addAll(metric.kinds()));
        return kinds;
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        ZoneId zone = places.zone(workspace);
        Map<ActDay.Key, ActDay> sums = new LinkedHashMap<>();
        for (Recorded line : page) {
            ActDay act = ActDay.of(line, zone);
            if (act != null) {
                sums.merge(act.key(), act, ActDay::plus);
            }
        }
        store.add(workspace, List.copyOf(sums.values()));
    }
}
