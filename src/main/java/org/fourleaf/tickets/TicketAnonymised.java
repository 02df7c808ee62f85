package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** Words, names and addresses of an erased customer were taken out of a ticket; whoever keeps words of it forgets them. */
@Records(ActivityKind.TICKET_ANONYMISED)
public record TicketAnonymised(UUID ticket, UUID department) implements Fact {}
