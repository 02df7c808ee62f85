package org.fourleaf.views;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A view was made, changed or removed. */
@Records(ActivityKind.VIEW_CHANGED)
public record ViewChanged(UUID view, Sharing sharing, boolean removed) implements Fact {}
