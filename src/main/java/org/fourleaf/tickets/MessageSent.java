package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Fact;
import org.fourleaf.platform.log.Records;
import org.jspecify.annotations.Nullable;

/**
 * An agent answered. Length in characters the agent wrote; answers: the status it answered (new, open or none); seconds since that status
 * began, and how many of them the department was open.
 */
@Records(ActivityKind.MESSAGE_SENT)
public record MessageSent(
        UUID ticket,
        @Nullable UUID agent,
        UUID customer,
        UUID department,
        int channel,
        UUID message,
        int length,
        @Nullable TicketStatus answers,
        @Nullable Long seconds,
        @Nullable Long businessSeconds)
        implements Fact {}
