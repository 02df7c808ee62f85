package org.fourleaf.game;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fourleaf.metrics.TimeSlice;
import org.fourleaf.people.WorkspacePlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which day it is where a workspace is, and when its days begin. */
@Component
@Transactional(readOnly = true)
public class GameCalendar {

    private final WorkspacePlace places;
    private final Clock clock;

    GameCalendar(WorkspacePlace places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    public LocalDate today(UUID workspace) {
        return LocalDate.ofInstant(clock.instant(), places.zone(workspace));
    }

    /** From midnight to midnight. */
    public List<TimeSlice> slices(UUID workspace, List<Days> windows) {
        ZoneId zone = places.zone(workspace);
        return windows.stream()
                .map(window -> new TimeSlice(
                        window.from().atStartOfDay(zone).toInstant(),
                        window.to().atStartOfDay(zone).toInstant()))
                .toList();
    }
}
