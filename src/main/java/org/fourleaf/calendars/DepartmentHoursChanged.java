package org.fourleaf.calendars;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A department keeps another calendar. @param calendar none for the workspace's default */
@Records(ActivityKind.DEPARTMENT_HOURS_CHANGED)
public record DepartmentHoursChanged(
        UUID department, @Nullable UUID calendar) implements Fact {}
