package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;

/** An answer got on its way, arrived at the server, or came back. */
@Records(ActivityKind.DELIVERY_CHANGED)
public record DeliveryChanged(UUID ticket, UUID department, UUID message, DeliveryState state) implements Fact {}
