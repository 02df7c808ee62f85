package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A department was added or edited. */
@Records(ActivityKind.DEPARTMENT_CHANGED)
public record DepartmentChanged(UUID department, boolean added) implements Fact {}
