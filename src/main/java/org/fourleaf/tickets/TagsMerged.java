package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A tag's tickets wear another from now on, and it is gone. */
@Records(ActivityKind.TAGS_MERGED)
public record TagsMerged(UUID tag, UUID into) implements Fact {}
