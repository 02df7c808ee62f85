package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/** An agent wrote to a third party about the ticket; the customer knows nothing of it. */
@Records(ActivityKind.MESSAGE_FORWARDED)
public record MessageForwarded(
        UUID ticket, @Nullable UUID agent, UUID department, int channel, UUID message, int recipients)
        implements Fact {}
