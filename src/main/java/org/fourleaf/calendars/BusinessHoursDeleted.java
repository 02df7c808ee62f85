package org.fourleaf.calendars;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A calendar is gone. @param successor what its departments keep now; none when nobody kept it */
@Records(ActivityKind.BUSINESS_HOURS_DELETED)
public record BusinessHoursDeleted(UUID calendar, @Nullable UUID successor) implements Fact {}
