package org.fourleaf.routing;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Sums what came to a department on each day, imported history too: what a forecast is made of. */
@Component
class ArrivedDays implements LogReader {

    private final WorkloadStore store;

    ArrivedDays(WorkloadStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "arrived-days";
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Map<WorkloadStore.Coming, Long> arrived = new HashMap<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.TICKET_CREATED && line.department() != null) {
                long day = line.at().atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
                arrived.merge(new WorkloadStore.Coming(Objects.requireNonNull(line.department()), day), 1L, Long::sum);
            }
        }
        arrived.forEach((day, n) -> store.addArrived(page.getFirst().workspace(), day, n));
    }
}
