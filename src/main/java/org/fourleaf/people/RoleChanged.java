package org.fourleaf.people;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A role was added or changed; its agents may from the next request on what it says now. */
@Records(ActivityKind.ROLE_CHANGED)
record RoleChanged(UUID role, List<String> permissions) implements Fact {
    RoleChanged {
        permissions = List.copyOf(permissions);
    }
}
