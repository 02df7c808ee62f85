package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent's draft got a new version; only that agent is told. */
@Records(ActivityKind.DRAFT_SAVED)
public record DraftSaved(UUID ticket, UUID agent, UUID department, long version) implements Fact {}
