package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Somebody new takes part in the ticket; who it is stands with the ticket. */
@Records(ActivityKind.PARTICIPANT_ADDED)
public record ParticipantAdded(UUID ticket, UUID department) implements Fact {}
