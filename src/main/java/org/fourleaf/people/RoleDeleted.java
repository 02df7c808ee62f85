package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A role was deleted. @param agents how many have its successor now */
@Records(ActivityKind.ROLE_DELETED)
record RoleDeleted(UUID role, @Nullable UUID successor, int agents) implements Fact {}
