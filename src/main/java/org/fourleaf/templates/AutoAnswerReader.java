package org.fourleaf.templates;

import java.util.List;
import java.util.Set;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Notes the tickets that customers open in departments that answer automatically. */
@Component
class AutoAnswerReader implements LogReader {

    private final AutoAnswerStore store;
    private final AutoAnswerBell bell;

    AutoAnswerReader(AutoAnswerStore store, AutoAnswerBell bell) {
        this.store = store;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "auto-answers";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(ActivityKind.TICKET_CREATED);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        List<Recorded> fromCustomers = page.stream()
                .filter(line -> line.byKind() == Actor.Kind.CUSTOMER)
                .filter(line -> line.ticket() != null && line.department() != null)
                .toList();
        if (!fromCustomers.isEmpty() && store.note(fromCustomers.getFirst().workspace(), fromCustomers) > 0) {
            bell.ringAfterCommit();
        }
    }
}
