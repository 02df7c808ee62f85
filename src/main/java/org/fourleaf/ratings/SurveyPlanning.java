package org.fourleaf.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Plans each active survey for a ticket that was resolved. Whether it goes is asked when it is due. */
@Component
class SurveyPlanning implements LogReader {

    private final SurveyStore surveys;
    private final SurveySendingStore sendings;

    SurveyPlanning(SurveyStore surveys, SurveySendingStore sendings) {
        this.surveys = surveys;
        this.sendings = sendings;
    }

    @Override
    public String name() {
        return "surveys";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return Set.of(ActivityKind.TICKET_RESOLVED);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        UUID workspace = page.getFirst().workspace();
        List<Recorded> resolved = page.stream()
                .filter(line -> !line.imported() && line.ticket() != null)
                .toList();
        if (resolved.isEmpty()) {
            return;
        }
        List<Survey> active =
                surveys.all(workspace).stream().filter(Survey::active).toList();
        List<SurveySendingStore.Plan> plans = new ArrayList<>();
        for (Recorded line : resolved) {
            for (Survey survey : active) {
                plans.add(SurveySendingStore.Plan.of(line, survey));
            }
        }
        sendings.plan(workspace, plans);
    }
}
