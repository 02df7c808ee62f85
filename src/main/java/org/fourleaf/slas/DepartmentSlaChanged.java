package org.fourleaf.slas;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A department gives new tickets another service level. @param level none for none */
@Records(ActivityKind.DEPARTMENT_SLA_CHANGED)
public record DepartmentSlaChanged(
        UUID department, @Nullable UUID level) implements Fact {}
