package org.fourleaf.routing;

import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** How the workspace hands out work was changed. */
@Records(ActivityKind.ROUTING_CHANGED)
public record RoutingChanged(long version) implements Fact {}
