package org.fourleaf.calendars;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writes holidays as an iCalendar file, which reads back as the same holidays. */
final class HolidayWriting {

    private static final String MAKER = "-//Fourleaf//Business hours//EN";

    private HolidayWriting() {}

    static String write(UUID calendar, String name, List<Holiday> holidays) {
        ICalendar file = new ICalendar();
        file.setProductId(MAKER);
        file.setName(name);
        for (Holiday holiday : holidays) {
            VEvent event = new VEvent();
            event.setUid(holiday.date() + "-" + calendar + "@fourleaf");
            event.setSummary(holiday.name());
            event.setDateStart(new DateStart(date(holiday.date())));
            if (holiday.yearly()) {
                event.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY).build());
            }
            file.addEvent(event);
        }
        return Biweekly.write(file).go();
    }

    private static ICalDate date(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }
}
