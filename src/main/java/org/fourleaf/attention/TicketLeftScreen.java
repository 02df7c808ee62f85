package org.fourleaf.attention;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent has a ticket on no screen any more. Written only where something waits for it. */
@Records(ActivityKind.TICKET_LEFT_SCREEN)
public record TicketLeftScreen(UUID ticket, UUID agent, UUID department, int channel) implements Fact {}
