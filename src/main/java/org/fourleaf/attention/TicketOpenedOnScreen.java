package org.fourleaf.attention;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An agent has a ticket on screen that they had on none before. Written only where something waits for it. */
@Records(ActivityKind.TICKET_OPENED_ON_SCREEN)
public record TicketOpenedOnScreen(UUID ticket, UUID agent, UUID department, int channel) implements Fact {}
