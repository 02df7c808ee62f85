package org.fourleaf.slas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.calendars.BusinessHoursChanged;
import org.fourleaf.calendars.CalendarUse;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Levels count by calendars: an edited calendar makes them another edition, and none they count by goes without another. */
@Component
class SlaCalendars implements LogReader, CalendarUse {

    private final LevelStore levels;
    private final LevelBooks books;

    SlaCalendars(LevelStore levels, LevelBooks books) {
        this.levels = levels;
        this.books = books;
    }

    @Override
    public String name() {
        return "sla-calendars";
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Set<UUID> edited = new HashSet<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.BUSINESS_HOURS_CHANGED) {
                edited.add(log.read(line, BusinessHoursChanged.class).calendar());
            }
        }
        if (!edited.isEmpty() && levels.calendarChanged(page.getFirst().workspace(), edited)) {
            turnPage(page.getFirst().workspace());
        }
    }

    @Override
    public List<String> users(Actor by, UUID calendar) {
        return levels.namesByCalendar(by.workspace(), calendar);
    }

    @Override
    public void move(Actor by, UUID calendar, UUID into) {
        levels.moveCalendar(by.workspace(), calendar, into);
        turnPage(by.workspace());
    }

    private void turnPage(UUID workspace) {
        levels.turnPage(workspace);
        books.forgetAfterCommit(workspace);
    }
}
