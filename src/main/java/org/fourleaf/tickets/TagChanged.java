package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A tag was added, edited, archived or deleted. */
@Records(ActivityKind.TAG_CHANGED)
public record TagChanged(UUID tag, boolean deleted) implements Fact {}
