package org.fourleaf.calendars;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A calendar was added or edited: what is due by it may be due at another time now. */
@Records(ActivityKind.BUSINESS_HOURS_CHANGED)
public record BusinessHoursChanged(UUID calendar, boolean added) implements Fact {}
