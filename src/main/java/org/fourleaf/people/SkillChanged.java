package org.fourleaf.people;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** A skill was added, renamed or removed. @param into the one that took its place when two became one */
@Records(ActivityKind.SKILL_CHANGED)
public record SkillChanged(
        UUID skill, boolean removed, @Nullable UUID into) implements Fact {}
