package org.fourleaf.routing;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Sums what each agent resolved in a department on each day, imported history too: what a day's work is measured by. */
@Component
class ResolvedDays implements LogReader {

    private final WorkloadStore store;

    ResolvedDays(WorkloadStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "resolved-days";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(ActivityKind.TICKET_RESOLVED);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Map<WorkloadStore.Day, Long> resolved = new HashMap<>();
        for (Recorded line : page) {
            if (line.agent() != null && line.department() != null) {
                long day = line.at().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
                resolved.merge(
                        new WorkloadStore.Day(
                                Objects.requireNonNull(line.department()), day, Objects.requireNonNull(line.agent())),
                        1L,
                        Long::sum);
            }
        }
        resolved.forEach((day, n) -> store.add(page.getFirst().workspace(), day, n));
    }
}
