package org.fourleaf.calendars;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;

/** What else counts by calendars, besides departments; implemented by the modules above that do. */
public interface CalendarUse {

    /** What counts by it, by name; in words of the desk, for those who want to delete it. */
    List<String> users(Actor by, UUID calendar);

    /** Another takes its place. */
    void move(Actor by, UUID calendar, UUID into);
}
