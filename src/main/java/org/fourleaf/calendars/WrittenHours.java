package org.fourleaf.calendars;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Business hours as they are written in JSON, outside and in the database: weekdays {@code mon} to {@code sun} and dates with lists of
 * {@code ["09:00", "17:00"]}. What came from outside is not right before {@link HoursReading} has read it.
 */
record WrittenHours(
        @Nullable String timeZone,
        @Nullable Map<String, List<List<String>>> weekly,
        @Nullable List<WrittenHoliday> holidays,
        @Nullable Map<String, List<List<String>>> specialDays) {

    /** A date, or a date with a name. */
    record WrittenHoliday(
            String date, @Nullable String name, @Nullable Boolean yearly) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        WrittenHoliday {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static WrittenHoliday of(String date) {
            return new WrittenHoliday(date, null, null);
        }

        static WrittenHoliday of(Holiday holiday) {
            return new WrittenHoliday(holiday.date().toString(), holiday.name(), holiday.yearly());
        }
    }
}
