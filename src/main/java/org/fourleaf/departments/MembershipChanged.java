package org.fourleaf.departments;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** Somebody joined, left or changed place in a department; no agent when everybody was added. */
@Records(ActivityKind.MEMBERSHIP_CHANGED)
public record MembershipChanged(UUID department, @Nullable UUID agent, boolean member) implements Fact {}
