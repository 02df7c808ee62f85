package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** The customer, or another outside participant, wrote. The agent is the owner at that moment. */
@Records(ActivityKind.MESSAGE_RECEIVED)
public record MessageReceived(
        UUID ticket, UUID customer, @Nullable UUID agent, UUID department, int channel, UUID message) implements Fact {}
