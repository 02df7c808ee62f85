package org.fourleaf.calendars;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.people.FirstChoices;
import org.fourleaf.people.WorkspaceFurnishing;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new workspace's first calendar, which holds for every department until somebody says otherwise: Monday to Friday, nine to five. */
@Component
@Order(2)
class CalendarFurnishing implements WorkspaceFurnishing {

    private static final OpenInterval NINE_TO_FIVE = new OpenInterval(9 * 60, 17 * 60);
    private static final Map<String, String> NAMES =
            Map.of("en", "Office hours", "lt", "Darbo laikas", "el", "Ώρες γραφείου", "zh", "办公时间");

    private final BusinessCalendarStore store;

    CalendarFurnishing(BusinessCalendarStore store) {
        this.store = store;
    }

    @Override
    public void furnish(Actor owner, FirstChoices choices) {
        UUID workspace = owner.workspace();
        Map<DayOfWeek, List<OpenInterval>> week = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> week.put(day, List.of(NINE_TO_FIVE)));
        HoursReading.Hours hours =
                new HoursReading.Hours(ZoneId.of(store.workspaceZone(workspace)), week, List.of(), Map.of());
        String name = NAMES.getOrDefault(choices.language(), "Office hours");
        store.insert(workspace, new StoredCalendar(Ids.next(), name, hours.written(), true, 1));
    }
}
