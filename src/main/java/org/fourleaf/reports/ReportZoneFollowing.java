package org.fourleaf.reports;

import java.time.ZoneId;
import org.fourleaf.people.ZoneFollowing;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;

/** Reports go out on the day and at the hour they would have, by the new clock: none twice, and none left out. */
@Component
class ReportZoneFollowing implements ZoneFollowing {

    private final SavedReportStore store;

    ReportZoneFollowing(SavedReportStore store) {
        this.store = store;
    }

    @Override
    public void follow(Actor by, ZoneId before, ZoneId now) {
        store.scheduled(by.workspace())
                .forEach((report, next) -> store.putOff(
                        by.workspace(),
                        report,
                        next.atZone(before).toLocalDateTime().atZone(now).toInstant()));
    }
}
