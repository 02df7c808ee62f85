package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A department is gone and its tickets went to another. */
@Records(ActivityKind.DEPARTMENT_DELETED)
public record DepartmentDeleted(UUID department, UUID movedTo) implements Fact {}
