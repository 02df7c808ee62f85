package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** A ticket is another customer's now, because the two are one person. */
@Records(ActivityKind.TICKET_CUSTOMER_CHANGED)
public record TicketCustomerChanged(UUID ticket, UUID customer, UUID department) implements Fact {}
