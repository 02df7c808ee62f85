package org.fourleaf.calendars;

import java.util.UUID;

/** A calendar as its row has it. */
record StoredCalendar(UUID id, String name, WrittenHours hours, boolean isDefault, long version) {}
