package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/**
 * More waits in a department than those present clear in a day. Told once a day at most.
 *
 * @param backlog new and open tickets
 * @param clearsPerDay by those present
 */
@Records(ActivityKind.DEPARTMENT_OVERLOADED)
public record DepartmentOverloaded(UUID department, long backlog, double clearsPerDay, long present) implements Fact {}
